<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 861 to BusinessReport RECEIVING_ADVICE. Codes of figures: RECEIVED, RETURNED, SHIPPED, or the receiving condition (412). -->
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
{
  "type": "BusinessReport",
  "report": "RECEIVING_ADVICE",
  "reportNumber": "${required(set.BRA.BRA01, "the number of the advice")}",
  "purpose": "${codeOrSame("purposes", "x12", set.BRA.BRA03)}",
  "reportDate": "${date(set.BRA.BRA02)}",
  "vendorCode": "${vendor.N104}",
  "poNumber": "${or(set.PRF.PRF01, byQualifier(set.REF, "REF01", "PO").REF02)}",
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
    <#list set.LoopRCD as line>
    <#assign rcd = line.RCD, lin = line.LIN>
    <#assign articles = pairs(lin, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${or(rcd.RCD01, line?counter)}",
      "buyerItem": "${or(pair(lin, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(lin, "VN", "SK", "VA", "VP", "VC")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(lin, "IB")}",
      "description": "${byQualifier(line.PID, "PID01", "F", "X", "S").PID05}",
      "poNumber": "${or(line.PRF.PRF01, byQualifier(line.REF, "REF01", "PO").REF02, set.PRF.PRF01)}",
      "place": "${byQualifier(set.LoopN1, "N1/N101", "ST").N1.N104}",
      "figures": [
        <#if line.SN1?has_content><@figure kind="SHIPPED" amount=line.SN1.SN102 unit=line.SN1.SN103/></#if>
        <#if rcd.RCD02?has_content><@figure kind="RECEIVED" amount=rcd.RCD02 unit=rcd.RCD03.RCD0301/></#if>
        <#if rcd.RCD04?has_content><@figure kind="RETURNED" amount=rcd.RCD04 unit=rcd.RCD05.RCD0501/></#if>
        <#list [["06", "07", "08"], ["09", "10", "11"], ["12", "13", "14"], ["15", "16", "17"], ["18", "19", "20"]] as at>
        <#if rcd["RCD" + at[0]]?has_content>
        <@figure kind=rcd["RCD" + at[2]] amount=rcd["RCD" + at[0]] unit=rcd["RCD" + at[1]]["RCD" + at[1] + "01"]/>
        </#if>
        </#list>
      ],
      "texts": [<#list line.REF as ref>"${ref.REF01 + " " + or(ref.REF02, ref.REF03)}",</#list>]
    },
    </#list>
  ]
}
