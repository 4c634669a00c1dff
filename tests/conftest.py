import pytest
from tests.ledger_tables import SiteYear, site_year


@pytest.fixture
def ledgers(request: pytest.FixtureRequest) -> SiteYear:
    """The year that the test's docstring shows."""
    return site_year(request.function.__doc__ or "")
