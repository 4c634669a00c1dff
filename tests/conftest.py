import pytest
from hypothesis import HealthCheck, settings
from tests.ledger_tables import SiteYear, site_year

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


@pytest.fixture
def ledgers(request: pytest.FixtureRequest) -> SiteYear:
    """The year that the test's docstring shows."""
    return site_year(request.function.__doc__ or "")
