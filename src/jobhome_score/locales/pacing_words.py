"""Words of the year that still runs: the order of a report, progress, pacing."""

ZH = {
    "help.sort": "屏幕和 .md 中指标的次序：clauses 按条款，points 扣分多的在前。",
    "cli.sort": "--sort points 用于屏幕和 md，--format {value} 按条款次序输出。请去掉其中一个。",
}

EN = {
    "help.sort": "Order of the indicators on screen and in .md: by clauses, or by the points lost.",
    "cli.sort": "--sort points is for the screen and md; --format {value} keeps the order of the clauses. Leave one out.",
}
