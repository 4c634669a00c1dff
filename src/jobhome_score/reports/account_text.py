"""The account of rows: for every sheet, rows read = counted + left out with a reason + rows with problems."""

from collections.abc import Sequence

from jobhome_score.ledgers.tables import SheetAccount
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain


def account_text(accounts: Sequence[SheetAccount], lang: Lang) -> str:
    """One line a sheet, with the reasons of the rows left out."""
    lines = [say(lang, "account.heading")]
    for account in accounts:
        reasons = [f"{say(lang, f'left_out.{reason}')} {rows}" for reason, rows in account.left_out.items()]
        facts = {
            "place": plain(f"{account.file} › {account.sheet}"),
            "read": str(account.read),
            "counted": str(account.counted),
            "left_out": str(sum(account.left_out.values())),
            "faulty": str(account.faulty),
        }
        line = say(lang, "account.line", **facts)
        if reasons:
            listed = "、".join(reasons) if lang == "zh" else ", ".join(reasons)
            line += say(lang, "account.reasons", reasons=listed)
        lines.append(line)
    return "\n".join(lines) + "\n"
