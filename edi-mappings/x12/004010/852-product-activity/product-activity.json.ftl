<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 852 to BusinessReport PRODUCT_ACTIVITY. The code of a figure is the activity code (859) or quantity qualifier (673). -->
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
  "report": "PRODUCT_ACTIVITY",
  "reportNumber": "${source.interchange}-${set.ST.ST02}",
  "purpose": "${set.XQ.XQ01}",
  "reportDate": "${date(or(set.XQ.XQ03, set.XQ.XQ02))}",
  "period": {"from": "${date(set.XQ.XQ02)}", "to": "${date(set.XQ.XQ03)}"},
  "vendorCode": "${or(byQualifier(set.N9, "N901", "IA", "VR").N902, vendor.N104)}",
  "references": [
    <#list set.XPO as xpo>{"kind": "PURCHASE_ORDER", "value": "${xpo.XPO01}"},</#list>
    <#list set.N9 as ref>
    <#if ref.N902?has_content>{"kind": "${codeOrSame("reference-kinds", "x12", ref.N901)}", "value": "${ref.N902}"},</#if>
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
    <#assign lin = line.LIN>
    <#assign articles = pairs(lin, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${or(lin.LIN01, line?counter)}",
      "buyerItem": "${or(pair(lin, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(lin, "VN", "SK", "VA", "VP", "VC")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(lin, "IB")}",
      "place": "${byQualifier(set.LoopN1, "N1/N101", "ST", "RL").N1.N104}",
      "figures": [
        <#list line.CTP as ctp><#if ctp.CTP03?has_content>{"code": "${or(ctp.CTP02, "CTP")}", "amount": "${decimal(ctp.CTP03)}"},</#if></#list>
        <#list line.AMT as amt>{"code": "${amt.AMT01}", "amount": "${decimal(amt.AMT02)}"},</#list>
        <#list line.QTY as qty><@figure kind=qty.QTY01 amount=qty.QTY02 unit=qty.QTY03.QTY0301/></#list>
        <#list line.LoopZA as loop>
        <#assign za = loop.ZA>
        <@figure kind=za.ZA01 amount=za.ZA02 unit=za.ZA03 from=za.ZA05/>
        <#if loop.QTY.QTY02?has_content>
        <@figure kind=za.ZA01 + ":" + loop.QTY.QTY01 amount=loop.QTY.QTY02 unit=or(loop.QTY.QTY03.QTY0301, za.ZA03)/>
        </#if>
        <@places sdqs=loop.SDQ kind=za.ZA01 from=za.ZA05/>
        </#list>
      ]
    },
    </#list>
  ]
}
