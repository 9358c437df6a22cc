<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 830 to BusinessReport FORECAST. The code of a figure is the forecast qualifier (680). -->
<#assign vendor = byQualifier(set.LoopN1, "N1/N101", "VN", "SU", "SE", "SF").N1>
<#-- A figure whose unit is not said is kept as a text, since a quantity is nothing without one. -->
<#macro figure kind amount unit from="" to="" text="">
  {
    "code": "${kind}",
    <#if amount?has_content && unit?has_content>
    "quantity": {"amount": "${decimal(amount)}", "unit": "${code("units", "x12", unit)}"},
    </#if>
    "from": "${date(from)}",
    "to": "${date(to)}",
    "text": "${((amount?has_content && !unit?has_content)?then(amount, "") + " " + text)?trim}"
  },
</#macro>
<#-- What goes to each place of an SDQ: pairs of place and quantity from SDQ03 on. -->
<#macro places sdqs kind from="" to="">
  <#list sdqs as sdq>
    <#list 3..21 as at><#if at % 2 == 1>
      <#local place = sdq["SDQ" + at?string("00")], amount = sdq["SDQ" + (at + 1)?string("00")]>
      <#if place?has_content && amount?has_content><@figure kind=kind amount=amount unit=sdq.SDQ01 from=from to=to text=place/></#if>
    </#if></#list>
  </#list>
</#macro>
{
  "type": "BusinessReport",
  "report": "FORECAST",
  "reportNumber": "${required(or(set.BFR.BFR02, set.BFR.BFR03), "the number of the forecast")}",
  "purpose": "${codeOrSame("purposes", "x12", set.BFR.BFR01)}",
  "reportDate": "${date(set.BFR.BFR08)}",
  "period": {"from": "${date(set.BFR.BFR06)}", "to": "${date(set.BFR.BFR07)}"},
  "vendorCode": "${vendor.N104}",
  "poNumber": "${set.BFR.BFR11}",
  "references": [
    <#list set.REF as ref>
    <#if ref.REF02?has_content>{"kind": "${codeOrSame("reference-kinds", "x12", ref.REF01)}", "value": "${ref.REF02}"},</#if>
    </#list>
  ],
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
    <#assign lin = line.LIN, unit = line.UIT.UIT01.UIT0101>
    <#assign articles = pairs(lin, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${or(lin.LIN01, line?counter)}",
      "buyerItem": "${or(pair(lin, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(lin, "VN", "SK", "VA", "VP", "VC")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(lin, "IB")}",
      "description": "${byQualifier(line.PID, "PID01", "F", "X", "S").PID05}",
      "poNumber": "${byQualifier(line.REF, "REF01", "PO").REF02}",
      "place": "${or(byQualifier(line.LoopN1, "N1/N101", "ST").N1.N104, line.LoopN1.N1.N104)}",
      "figures": [
        <#list line.QTY as qty><@figure kind=qty.QTY01 amount=qty.QTY02 unit=or(qty.QTY03.QTY0301, unit)/></#list>
        <#list line.ATH as ath><@figure kind=ath.ATH01 amount=ath.ATH03 unit=unit from=ath.ATH05 to=ath.ATH02/></#list>
        <#list line.LoopFST as loop>
        <#assign fst = loop.FST>
        <@figure kind=fst.FST02 amount=fst.FST01 unit=unit from=fst.FST04 to=fst.FST05/>
        <@places sdqs=loop.SDQ kind=fst.FST02 from=fst.FST04 to=fst.FST05/>
        </#list>
        <#list line.LoopSDP as loop><#list loop.FST as fst>
        <@figure kind=fst.FST02 amount=fst.FST01 unit=unit from=fst.FST04 to=fst.FST05/>
        </#list></#list>
        <#list line.LoopSHP as loop>
        <#assign shp = loop.SHP>
        <@figure kind=shp.SHP01 amount=shp.SHP02 unit=unit from=shp.SHP04 to=shp.SHP06/>
        </#list>
      ]
    },
    </#list>
  ]
}
