"""Words of the documents that people sign: the scoring table, the notice to put right, the settlement sheet."""

ZH = {
    "document.page": "第 |PAGE| 页 共 |NUMPAGES| 页",
    "document.result": "考核结果与结算",
    "document.settlement": "服务费用结算单",
    "document.neighbours": "与相邻档次",
    "document.in_words": "{amount}（大写）",
    "document.sign.date": "签字：　　　　日期：　　　年　月　日",
    "document.date": "年　　月　　日",
    "document.notice.title": "整改通知书",
    "document.notice.number": "（　　　　〔　　　　〕　　号）",
    "document.notice.to": "{operator}：",
    "document.notice.found": "依据《{rubric}》，对你单位运营的{site}在 {start} 至 {end} 期间的服务进行了考核，总分 {total} 分，结算比例 {percent}。考核发现下列问题，现予通知：",
    "document.notice.duties": "另有下列约定事项尚未达到要求，请一并落实：{duties}。",
    "document.notice.ask": "请自收到本通知之日起，按表中所列期限完成整改，并将整改情况连同佐证材料书面报送我单位。对上述认定有异议的，请在　　个工作日内书面提出并附依据。",
    "document.notice.received": "运营单位签收：　　　　　　　　　　日期：　　　　年　　月　　日",
    "workbook.sheet.settlement": "结算单",
}

EN = {
    "document.page": "Page |PAGE| of |NUMPAGES|",
    "document.result": "Result and settlement",
    "document.settlement": "Settlement of the service fee",
    "document.neighbours": "Neighbouring bands",
    "document.in_words": "{amount} in words",
    "document.sign.date": "Signed:                  Date:",
    "document.date": "Date:                    ",
    "document.notice.title": "Notice to put right",
    "document.notice.number": "(No.                    )",
    "document.notice.to": "To {operator}:",
    "document.notice.found": "Under “{rubric}”, the services of {site} from {start} to {end} were assessed: {total} points, settled at {percent}. The following was found:",
    "document.notice.duties": "These agreed duties were not fulfilled either; please see to them as well: {duties}.",
    "document.notice.ask": "Please put this right within the time given in the table and report in writing with evidence. If you disagree with a finding, say so in writing within ____ working days and give your grounds.",
    "document.notice.received": "Received by the operator:                              Date:",
    "workbook.sheet.settlement": "Settlement",
}
