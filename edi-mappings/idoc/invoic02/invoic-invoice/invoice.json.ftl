<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- INVOIC.INVOIC02 to Invoice. -->
<#assign head = idoc.E1EDK01>
<#assign category = byQualifier(idoc.E1EDK14, "QUALF", "021").ORGID>
<#assign buyersOrder = byQualifier(idoc.E1EDK02, "QUALF", "001")>
<#assign delivery = or(byQualifier(idoc.E1EDK02, "QUALF", "012").BELNR, byQualifier(idoc.E1EDP01.E1EDP02, "QUALF", "016").BELNR)>
<#assign gross = byQualifier(idoc.E1EDS01, "SUMID", "011")>
<#-- Cancellations take a document back as if it had not been; that is no credit note. -->
<#function kind>
  <#if ["N", "S"]?seq_contains(category)>
    <#local no = stop(category, "document category " + category + " cancels an invoice in SAP; that is no credit note. Settle it"
      + " with Amazon by hand, or let SAP make a credit memo")>
  </#if>
  <#if head.BSART == "CRME" || category == "O"><#return "CREDIT"></#if>
  <#if head.BSART == "INVO" || ["M", "P"]?seq_contains(category)><#return "INVOICE"></#if>
  <#return stop(or(head.BSART, category), "neither BSART (INVO, CRME) nor document category (E1EDK14 021: M, O) says whether this"
    + " is an invoice or a credit note")>
</#function>
<#function zero number><#return !number?has_content || decimal(number) == 0></#function>
<#function absolute number><#return decimal(number)?abs></#function>
<#-- S/4 sends both lengths or only the long one. -->
<#function article line qualifier>
  <#local id = byQualifier(line.E1EDP19, "QUALF", qualifier)>
  <#return or(id.IDTNR_LONG, id.IDTNR)>
</#function>
<#-- Numeric article numbers are filled with zeros in SAP, others are what they are. -->
<#function sku line>
  <#local number = article(line, "002")>
  <#return number?matches("[0-9]+")?then(withoutZeros(number), number)>
</#function>
<#-- SAP lists the price itself among the conditions (charges.csv calls it PRICE), and subtotals, which have no kind. -->
<#function counts condition>
  <#return condition.KSCHL?has_content && !zero(condition.BETRG) && codeOrSame("charges", "idoc", condition.KSCHL) != "PRICE">
</#function>
<#function net line><#return or(byQualifier(line.E1EDP26, "QUALF", "003").BETRG, line.NETWR)></#function>
<#-- Units of the price in a unit of the quantity: eaches in a case where the price is for one each. -->
<#function perQuantity line>
  <#if !line.PMENE?has_content || line.PMENE == line.MENEE || zero(line.BPUMZ) || zero(line.BPUMN)><#return 1></#if>
  <#return decimal(line.BPUMZ) / decimal(line.BPUMN)>
</#function>
<#-- The price that leads to the line's net value, with its charges and allowances; the first stated one where none does. -->
<#function price line>
  <#local net = net(line), per = zero(line.PEINH)?then(1, decimal(line.PEINH))>
  <#if net?has_content && decimal(net) == 0><#return 0></#if>
  <#local gross = byQualifier(line.E1EDP26, "QUALF", "001").BETRG>
  <#local stated = []>
  <#if gross?has_content><#local stated = [decimal(gross)?abs / per, decimal(gross)?abs]></#if>
  <#if line.VPREI?has_content><#local stated += [decimal(line.VPREI)?abs / per]></#if>
  <#if stated?size == 0><#return required(line.VPREI, "the price (E1EDP26 QUALF 001 or VPREI)")></#if>
  <#if net?has_content>
    <#local goods = decimal(net)?abs>
    <#list line.E1EDP05 as condition>
      <#if counts(condition)>
        <#local goods += (condition.ALCKZ == "-")?then(decimal(condition.BETRG)?abs, - decimal(condition.BETRG)?abs)>
      </#if>
    </#list>
    <#list stated as one>
      <#if (one * decimal(line.MENGE)?abs * perQuantity(line))?string("0.00") == goods?string("0.00")><#return one></#if>
    </#list>
  </#if>
  <#return stated?first>
</#function>
<#macro conditions list>
  <#list list as condition>
  <#if counts(condition)>
      {
        "kind": "${(condition.ALCKZ == "-")?then("ALLOWANCE", (condition.ALCKZ == "+")?then("CHARGE",
          stop(condition.ALCKZ, "the sign of a charge (ALCKZ) is + or -")))}",
        "code": "${codeOrSame("charges", "idoc", condition.KSCHL)}",
        "description": "${condition.KOTXT}",
        "amount": "${absolute(condition.BETRG)}"
        <#if !zero(condition.KPERC)>, "percent": "${absolute(condition.KPERC)}"</#if>
      },
  </#if>
  </#list>
</#macro>
<#macro taxes list>
  <#list list as tax>
  <#if !zero(tax.MWSBT)>
      {
        "code": "${codeOrSame("tax-codes", "idoc", required(tax.MWSKZ, "the kind of tax (MWSKZ)"))}",
        <#if !zero(tax.MSATZ)>"rate": "${absolute(tax.MSATZ)}",</#if>
        "amount": "${absolute(tax.MWSBT)}",
        "jurisdiction": "${tax.TXJCD}",
        "registration": "${head.EIGENUINR}"
      },
  </#if>
  </#list>
</#macro>
<#-- Terms come in steps: the last one is net, a step with a percentage is cash discount. -->
<#macro terms>
  <#local netDays = "", discountDays = "", discount = "">
  <#list idoc.E1EDK18 as step>
    <#if ["001", "002", "003"]?seq_contains(step.QUALF) && step.TAGE?has_content>
      <#if zero(step.PRZNT)>
        <#local netDays = decimal(step.TAGE)>
      <#elseif !discount?has_content || decimal(step.PRZNT) gt discount>
        <#local discount = decimal(step.PRZNT), discountDays = decimal(step.TAGE)>
      </#if>
    </#if>
  </#list>
  "terms": {
    "code": "${head.ZTERM}",
    "discountPercent": "${discount}",
    "discountDays": "${discountDays}",
    "netDays": "${netDays}",
    "dueDate": "${date(byQualifier(idoc.E1EDK03, "IDDAT", "028").DATUM)}"
  },
</#macro>
<#-- The header's taxes are the sums of the lines': they count once. The value taxes: lines of the system takes the lines'. -->
<#assign headTaxes = false, byLine = erp.taxes == "lines">
<#list byLine?then([], idoc.E1EDK04) as tax><#if !zero(tax.MWSBT)><#assign headTaxes = true></#if></#list>
<#macro party address>
  <#local role = codeOrSame("party-roles", "idoc", address.PARVW)>
  <#local listed = codeOrSame("party-numbers", "idoc", address.PARTN)>
  <#local number = (role == "BUYING" || role == "BILL_TO")?then(listed, or((listed != address.PARTN)?then(listed, ""), address.LIFNR,
    address.ILNNR, address.PARTN))>
    {
      "role": "${role}",
      "id": "${number}",
      <#if number?has_content>
      "idType": "${(number == address.ILNNR)?then("GLN", (role == "SHIP_TO" && number?matches("[A-Z]{3}[A-Z0-9]"))?then("FC",
        "ASSIGNED"))}",
      </#if>
      "name": "${address.NAME1}",
      "street": ["${address.STRAS}", "${address.STRS2}"],
      "city": "${address.ORT01}",
      "region": "${address.REGIO}",
      "postalCode": "${address.PSTLZ}",
      "country": "${address.LAND1}"
    },
</#macro>
{
  "type": "Invoice",
  "invoiceNumber": "${required(or(head.BELNR, byQualifier(idoc.E1EDK02, "QUALF", "009").BELNR), "the invoice's number")}",
  "invoiceDate": "${date(required(or(byQualifier(idoc.E1EDK03, "IDDAT", "026").DATUM, byQualifier(idoc.E1EDK03, "IDDAT", "012").DATUM),
    "the day of the invoice (E1EDK03 IDDAT 026)"))}",
  "kind": "${kind()}",
  "poNumber": "${buyersOrder.BELNR}",
  "orderDate": "${date(or(buyersOrder.DATUM, byQualifier(idoc.E1EDK03, "IDDAT", "022").DATUM))}",
  "originalInvoice": "${byQualifier(idoc.E1EDK02, "QUALF", "011").BELNR}",
  "shipmentId": "${delivery}",
  "vendorCode": "${or(byQualifier(idoc.E1EDKA1, "PARVW", "AG").LIFNR, byQualifier(idoc.E1EDKA1, "PARVW", "RS").LIFNR, erp.vendorCode)}",
  "currency": "${or(head.CURCY, gross.WAERQ)}",
  <@terms/>
  "parties": [
    <#list idoc.E1EDKA1 as address>
    <#assign role = codeOrSame("party-roles", "idoc", address.PARVW)>
    <#if ["BUYING", "SELLING", "SHIP_TO", "SHIP_FROM", "BILL_TO", "REMIT_TO"]?seq_contains(role)>
    <@party address=address/>
    </#if>
    </#list>
  ],
  "lines": [
    <#list idoc.E1EDP01 as line>
    <#assign order = byQualifier(line.E1EDP02, "QUALF", "001")>
    <#assign perEach = line.PMENE?has_content && line.PMENE != line.MENEE && code("units", "idoc", line.PMENE) == "EACH">
    {
      "lineNo": "${withoutZeros(required(line.POSEX, "the line's number"))}",
      "poNumber": "${or(order.BELNR, buyersOrder.BELNR)}",
      "poLineNo": "${withoutZeros(order.ZEILE)}",
      "buyerItem": "${article(line, "001")}",
      "vendorItem": "${sku(line)}",
      "gtin": "${gtin(article(line, "003"))}",
      "description": "${or(byQualifier(line.E1EDP19, "QUALF", "002").KTEXT, byQualifier(line.E1EDP19, "QUALF", "001").KTEXT)}",
      "quantity": {
        "amount": "${absolute(required(line.MENGE, "the quantity"))}",
        "unit": "${code("units", "idoc", required(line.MENEE, "the unit"))}",
        <#if perEach && perQuantity(line) != 1>"unitSize": "${perQuantity(line)}"</#if>
      },
      "price": {
        "amount": "${price(line)}",
        "currency": "${or(line.CURCY, head.CURCY)}",
        <#if perEach>"basis": "PE"</#if>
      },
      <#if net(line)?has_content>
      "amount": "${absolute(net(line))}",
      </#if>
      "charges": [
        <@conditions list=line.E1EDP05/>
      ],
      "taxes": [
        <#if !headTaxes><@taxes list=line.E1EDP04/></#if>
      ]
    },
    </#list>
  ],
  "charges": [
    <@conditions list=idoc.E1EDK05/>
  ],
  "taxes": [
    <#if !byLine><@taxes list=idoc.E1EDK04/></#if>
  ],
  "total": "${absolute(required(gross.SUMME, "the total (E1EDS01 SUMID 011)"))}"
}
