<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- X12 810 to Invoice. An invoice without BIG07 is one; a credit note says so. -->
<#assign big = set.BIG, currency = set.CUR.CUR02>
<#macro charge sac>
    {
      "kind": "${(sac.SAC01 == "A" || sac.SAC01 == "P")?then("ALLOWANCE", "CHARGE")}",
      "code": "${codeOrSame("charges", "x12", required(sac.SAC02, "what the charge is for"))}",
      "description": "${sac.SAC15}",
      "amount": "${implied(required(sac.SAC05, "the amount of the charge"), 2)}"
    },
</#macro>
<#macro tax txi>
    {
      "code": "${codeOrSame("tax-codes", "x12", txi.TXI01)}",
      "rate": "${decimal(txi.TXI03)}",
      "taxable": "${decimal(txi.TXI08)}",
      "amount": "${decimal(required(txi.TXI02, "the amount of the tax"))}",
      "jurisdiction": "${txi.TXI05}",
      "registration": "${txi.TXI09}"
    },
</#macro>
{
  "type": "Invoice",
  "invoiceNumber": "${required(big.BIG02, "the invoice number")}",
  "invoiceDate": "${date(required(big.BIG01, "the date of the invoice"))}",
  "kind": "${code("invoice-kinds", "x12", or(big.BIG07, "DI"))}",
  "poNumber": "${big.BIG04}",
  "orderDate": "${date(big.BIG03)}",
  "originalInvoice": "${byQualifier(set.REF, "REF01", "OI").REF02}",
  "shipmentId": "${byQualifier(set.REF, "REF01", "SI").REF02}",
  "vendorCode": "${byQualifier(set.LoopN1, "N1/N101", "RI", "RE", "SU", "VN").N1.N104}",
  "currency": "${currency}",
  <#if set.ITD?has_content>
  "terms": {
    "discountPercent": "${decimal(set.ITD.ITD03)}",
    "discountDays": "${decimal(set.ITD.ITD05)}",
    "netDays": "${decimal(set.ITD.ITD07)}",
    "dueDate": "${date(set.ITD.ITD06)}"
  },
  </#if>
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
    <#list set.LoopIT1 as line>
    <#assign it1 = line.IT1, articles = pairs(it1, "UP", "EN", "UK", "UI", "UA", "EO")>
    {
      "lineNo": "${line?counter}",
      "poNumber": "${or(pair(it1, "PO"), byQualifier(line.REF, "REF01", "PO").REF02, big.BIG04)}",
      "poLineNo": "${it1.IT101}",
      "buyerItem": "${or(pair(it1, "BP", "IN"), asin(articles))}",
      "vendorItem": "${pair(it1, "VN", "SK", "VA", "VP")}",
      "gtin": "${gtin(articles)}",
      "isbn": "${pair(it1, "IB")}",
      "description": "${line.LoopPID.PID.PID05}",
      "quantity": {
        "amount": "${decimal(required(it1.IT102, "the invoiced quantity"))}",
        "unit": "${code("units", "x12", required(it1.IT103, "the unit"))}"
      },
      "price": {
        "amount": "${decimal(required(it1.IT104, "the price"))}",
        "currency": "${or(line.CUR.CUR02, currency)}",
        "basis": "${it1.IT105}"
      },
      "charges": [<#list line.LoopSAC as loop><@charge sac=loop.SAC/></#list>],
      "taxes": [<#list line.TXI as txi><@tax txi=txi/></#list>]
    },
    </#list>
  ],
  "charges": [<#list set.LoopSAC as loop><@charge sac=loop.SAC/></#list>],
  "taxes": [<#list set.TXI as txi><@tax txi=txi/></#list>],
  "total": "${implied(required(set.TDS.TDS01, "the total"), 2)}"
}
