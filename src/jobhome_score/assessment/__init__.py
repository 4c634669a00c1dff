"""The whole journey from checked ledgers and a rubric to one value that says everything: score, payout, receipt."""

from jobhome_score.assessment.journey import all_problems, assess
from jobhome_score.assessment.values import (
    Assessment,
    Before,
    Input,
    MissingPolicy,
    Request,
    Result,
    Review,
    ReviewSource,
    adds,
)

__all__ = [
    "Assessment",
    "Before",
    "Input",
    "MissingPolicy",
    "Request",
    "Result",
    "Review",
    "ReviewSource",
    "adds",
    "all_problems",
    "assess",
]
