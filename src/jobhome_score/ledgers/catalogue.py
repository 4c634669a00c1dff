"""Every ledger there is, in the order in which templates and reports list them."""

from collections.abc import Mapping
from functools import cache

from jobhome_score.ledgers import oversight, recruitment, services, site
from jobhome_score.ledgers.rows import Ledger, ledger_of

ROWS = (
    site.Project, site.Staff, site.Duty, site.AttendanceDay,
    services.Service, services.Visit, services.Report,
    recruitment.Event, services.Callback, services.FrontDesk, recruitment.OnlineContact,
    recruitment.Livestream, recruitment.Video, recruitment.FollowerCount, recruitment.Partner,
    recruitment.GigWorker, recruitment.GigJob,
    oversight.Training, services.Publicity, services.Feedback,
    oversight.Finding, oversight.Complaint, oversight.Award, oversight.Review,
)  # fmt: skip

PROJECT, REVIEWS = "project", "reviews"


@cache
def ledgers() -> Mapping[str, Ledger]:
    """The ledgers by English id."""
    return {row.ledger: ledger_of(row) for row in ROWS}
