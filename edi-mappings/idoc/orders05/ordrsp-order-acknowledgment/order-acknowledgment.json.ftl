<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- ORDRSP.ORDERS05 to OrderAcknowledgment. ACTION is not read: senders do not agree on what it means. -->
<#assign buyersOrder = byQualifier(idoc.E1EDK02, "QUALF", "001")>
<#assign ownOrder = byQualifier(idoc.E1EDK02, "QUALF", "002")>
<#assign lineReference = byQualifier(idoc.E1EDP01.E1EDP02, "QUALF", "001")>
<#-- S/4 sends both lengths or only the long one. -->
<#function article line qualifier>
  <#local id = byQualifier(line.E1EDP19, "QUALF", qualifier)>
  <#return or(id.IDTNR_LONG, id.IDTNR)>
</#function>
<#function unit line><#return code("units", "idoc", required(line.MENEE, "the unit"))></#function>
{
  "type": "OrderAcknowledgment",
  "poNumber": "${required(or(buyersOrder.BELNR, lineReference.BELNR), "the purchase order number (E1EDK02 QUALF 001)")}",
  "orderDate": "${date(or(buyersOrder.DATUM, byQualifier(idoc.E1EDK03, "IDDAT", "022").DATUM))}",
  "acknowledgmentDate": "${date(or(byQualifier(idoc.E1EDK03, "IDDAT", "012").DATUM, idoc.EDI_DC40.CREDAT))}",
  "vendorCode": "${or(byQualifier(idoc.E1EDKA1, "PARVW", "AG").LIFNR, byQualifier(idoc.E1EDKA1, "PARVW", "LF").PARTN)}",
  "vendorOrderNumber": "${or(ownOrder.BELNR, idoc.E1EDK01.BELNR)}",
  "lines": [
    <#list idoc.E1EDP01 as line>
    <#assign per = decimal(or(line.PEINH, "1"))>
    {
      "lineNo": "${withoutZeros(required(byQualifier(line.E1EDP02, "QUALF", "001").ZEILE, "the buyer's line number (E1EDP02 QUALF 001)"))}",
      "buyerItem": "${article(line, "001")}",
      "vendorItem": "${article(line, "002")}",
      "gtin": "${gtin(article(line, "003"))}",
      "ordered": {"amount": "${decimal(required(line.MENGE, "the quantity"))}", "unit": "${unit(line)}"},
      <#if line.VPREI?has_content>
      "price": {
        "amount": "${decimal(line.VPREI) / (per > 0)?then(per, 1)}",
        "currency": "${or(line.CURCY, idoc.E1EDK01.CURCY)}"
      },
      </#if>
      "dispositions": [
        <#assign confirmed = false>
        <#if line.ABGRU?has_content>
        {
          "status": "REJECTED",
          "quantity": {"amount": "${decimal(line.MENGE)}", "unit": "${unit(line)}"},
          "reason": "${code("rejection-reasons", "idoc", line.ABGRU)}"
        },
        <#else>
        <#list line.E1EDP20 as schedule>
        <#if schedule.WMENG?has_content && decimal(schedule.WMENG) gt 0>
        <#assign confirmed = true>
        {
          "status": "CONFIRMED",
          "quantity": {"amount": "${decimal(schedule.WMENG)}", "unit": "${unit(line)}"},
          "deliveryDate": "${date(schedule.EDATU)}"
        },
        </#if>
        </#list>
        <#if !confirmed>
        {
          "status": "REJECTED",
          "quantity": {"amount": "${decimal(line.MENGE)}", "unit": "${unit(line)}"},
          "reason": "TEMPORARILY_UNAVAILABLE"
        },
        </#if>
        </#if>
      ]
    },
    </#list>
  ]
}
