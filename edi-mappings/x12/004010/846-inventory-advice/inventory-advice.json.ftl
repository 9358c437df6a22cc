<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 846 to InventoryAdvice. -->
<#assign purposes = {"00": "FULL", "25": "PARTIAL"}, bia = set.BIA, currency = set.CUR.CUR02>
<#assign vendor = byQualifier(set.LoopN1, "N1/N101", "SU", "VN", "SE").N1>
<#macro quantity qty>
{"amount": "${decimal(required(qty.QTY02, "the quantity"))}", "unit": "${code("units", "x12", required(qty.QTY03.QTY0301, "the unit"))}"}
</#macro>
{
  "type": "InventoryAdvice",
  "adviceNumber": "${required(bia.BIA03, "the number of the advice")}",
  "purpose": "${purposes[bia.BIA01]!stop(bia.BIA01, "an advice is 00 (all items) or 25 (some)")}",
  "asOf": "${date(required(bia.BIA04, "the day the figures are of"))}",
  "vendorCode": "${vendor.N104}",
  "currency": "${currency}",
  "parties": [
    <#list set.LoopN1 as loop>
    <#assign n1 = loop.N1>
    {
      "role": "${codeOrSame("party-roles", "x12", n1.N101)}",
      "id": "${n1.N104}",
      "idType": "<#if n1.N104?has_content>${codeOrSame("id-types", "x12", (n1.N101 == "ST" && n1.N103 == "92")?then("ST:92", n1.N103))}</#if>",
      "name": "${or(n1.N102, loop.N2.N201)}",
      "street": [<#list loop.N3 as n3>"${n3.N301}", "${n3.N302}",</#list>],
      "city": "${loop.N4.N401}",
      "region": "${loop.N4.N402}",
      "postalCode": "${loop.N4.N403}",
      "country": "${loop.N4.N404}"
    },
    </#list>
  ],
  "lines": [
    <#list set.LoopLIN as line>
    <#assign lin = line.LIN, articles = pairs(lin, "UP", "EN", "UK", "UI", "UA", "EO")>
    <#assign now = byQualifier(line.LoopQTY, "QTY/QTY01", "33", "17"), next = byQualifier(line.LoopQTY, "QTY/QTY01", "29")>
    {
      "lineNo": "${or(lin.LIN01, line?counter)}",
      "buyerItem": "${or(pair(lin, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(lin, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(lin, "IB")}",
      "description": "${line.PID.PID05}",
      "warehouse": "${line.SDQ.SDQ03}",
      "available": <@quantity qty=now.QTY/>,
      <#if next?has_content>
      "nextAvailable": <@quantity qty=next.QTY/>,
      "nextAvailableOn": "${date(byQualifier(next.DTM, "DTM01", "018").DTM02)}",
      </#if>
      <#if line.CTP.CTP03?has_content>
      "cost": {"amount": "${decimal(line.CTP.CTP03)}", "currency": "${or(line.CUR.CUR02, currency)}"},
      </#if>
    },
    </#list>
  ]
}
