"""Questions about assessments."""
