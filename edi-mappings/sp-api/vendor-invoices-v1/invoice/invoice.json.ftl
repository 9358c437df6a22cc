<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Invoice to the body of submitInvoices. -->
<#assign credit = document.kind == "CREDIT", currency = or(document.currency, document.lines.price.currency)>
<#function noon day><#return instant(day, "1200", hub.zone)></#function>
<#macro money amount>{"currencyCode": "${required(currency, "the currency")}", "amount": "${amount}"}</#macro>
<#-- An invoice of one order numbers its lines as the order does; where lines are of several, or unnumbered, they are counted. -->
<#assign orders = positions(document.lines, "poNumber"), orderLines = positions(document.lines, "poLineNo"), asOrdered = orders?size lt 2
  && orderLines?size == document.lines?size>
<#macro party role id what whole>
  <#local said = byQualifier(document.parties, "role", role), number = or(said.id, id)>
{
      "partyId": "${number}",
      <#if whole || number?has_content && said.name?has_content && said.street?has_content && said.country?has_content>
      "address": {
        "name": "${required(said.name, "the name of " + what)}",
        <#if whole>"addressLine1": "${required(said.street, "the street of " + what)}",</#if>
        <#list said.street as street>
        <#if street?index lt 3 && !(whole && street?index == 0)>"addressLine${street?counter}": "${street}",</#if>
        </#list>
        "city": "${said.city}",
        "stateOrRegion": "${said.region}",
        "postalOrZipCode": "${said.postalCode}",
        "countryCode": "${required(said.country, "the country of " + what)}"
      },
      </#if>
      <#local tax = (role == "REMIT_TO")?then(or(said.taxNumber, agreement.taxNumber), said.taxNumber)>
      <#if number?has_content && tax?has_content>
      "taxRegistrationDetails": [{
        "taxRegistrationType": "${["AU", "CA", "IN", "SG"]?seq_contains(said.country + "")?then("GST", "VAT")}",
        "taxRegistrationNumber": "${tax}"
      }]
      </#if>
    }</#macro>
<#macro taxes list>
[
        <#list list as tax>
        {
          "taxType": "${encode("tax-codes", "sp-api", tax.code)}",
          "taxRate": "${decimal(tax.rate)}",
          "taxAmount": <@money decimal(tax.amount)/>,
          <#if tax.taxable?has_content>"taxableAmount": <@money decimal(tax.taxable)/></#if>
        },
        </#list>
      ]</#macro>
<#macro charges list kind amount>
[
        <#list list as found>
        <#if found.kind == kind>
        {
          "type": "${encode("charges", "sp-api", found.code)}",
          "description": "${found.description}",
          "${amount}": <@money decimal(found.amount)/>
        },
        </#if>
        </#list>
      ]</#macro>
<#macro additional type detail>
      <#if detail?has_content>{"type": "${type}", "detail": "${detail}", "languageCode": "${document.extras.languageCode}"},</#if>
</#macro>
<#function reference name line><#return or(line.extras[name], document.extras[name])></#function>
<#assign lineTaxes = summed(document.lines, "taxes", "code", "rate")>
<#-- What is said of the whole invoice comes on top of its lines; here it would have to be their sum. -->
<#if document.taxes?has_content>
  ${stop(document.taxes.code, "is a tax of the whole invoice: Amazon adds up the lines' taxes, so say it on the lines it is taken of")}
</#if>
<#assign terms = document.terms>
{
  "invoices": [{
    "invoiceType": "${encode("invoice-kinds", "sp-api", document.kind)}",
    "id": "${document.invoiceNumber}",
    "referenceNumber": "${or(document.extras.referenceNumber, document.shipmentId)}",
    <#-- Noon of an earlier day; of today the moment it is sent, which is never in the future. -->
    "date": "${(document.invoiceDate == localDay(hub.created))?then(hub.created, noon(document.invoiceDate))}",
    "remitToParty": <@party "REMIT_TO" required(or(byQualifier(document.parties, "role", "REMIT_TO").id, document.vendorCode),
      "the payee code") "the party that is paid" true/>,
    "shipToParty": <@party "SHIP_TO" "" "the fulfilment centre" false/>,
    "shipFromParty": <@party "SHIP_FROM" "" "where the goods left" false/>,
    "billToParty": <@party "BILL_TO" required(byQualifier(document.parties, "role", "BILL_TO").id, "the party that pays")
      "the party that pays" true/>,
    <#if terms.netDays?has_content || terms.discountPercent?has_content>
    "paymentTerms": {
      "type": "${or(document.extras.termsType, (terms.netDays == "0")?then("PaymentDueUponReceiptOfInvoice", "Basic"))}",
      "discountPercent": "${decimal(terms.discountPercent)}",
      "discountDueDays": "${terms.discountDays}",
      "netDueDays": "${terms.netDays}"
    },
    </#if>
    "invoiceTotal": <@money decimal(document.total)/>,
    "taxDetails": <@taxes lineTaxes/>,
    "additionalDetails": [
      <@additional "SUR" document.extras.SUR/>
      <@additional "OCR" document.extras.OCR/>
      <@additional "CartonCount" document.extras.cartonCount/>
    ],
    <#assign all = summed(document, document.lines, "charges", "kind", "code", "description")>
    "chargeDetails": <@charges all "CHARGE" "chargeAmount"/>,
    "allowanceDetails": <@charges all "ALLOWANCE" "allowanceAmount"/>,
    "items": [
      <#list document.lines as line>
      <#assign quantity = line.quantity>
      {
        "itemSequenceNumber": "${withoutZeros(asOrdered?then(line.poLineNo, line?counter))}",
        "amazonProductIdentifier": "${line.buyerItem}",
        "vendorProductIdentifier": "${or(line.extras.vendorProductIdentifier, line.gtin, line.isbn, line.vendorItem)}",
        "invoicedQuantity": {
          "amount": "${decimal(quantity.amount)}",
          "unitOfMeasure": "${encode("units", "sp-api", quantity.unit)}",
          "unitSize": "<#if quantity.unit == "EACH">1<#else>${quantity.unitSize}</#if>",
          "totalWeight": {"unitOfMeasure": "${line.extras.totalWeightUnit}", "amount": "${decimal(line.extras.totalWeight)}"}
        },
        "netCost": <@money required(eachPrice(line.price, quantity), "the price")/>,
        "netCostUnitOfMeasure": "<#if (line.price.basis + "")?matches("LB|OZ|GR|KG")>${encode("money-units", "sp-api", line.price.basis)}</#if>",
        <#assign po = or(line.poNumber, document.poNumber)>
        "purchaseOrderNumber": "<#if credit>${po}<#else>${required(po, "the purchase order number of the line")}</#if>",
        "hsnCode": "${line.extras.hsnCode}",
        <#if credit>
        <#assign returns = reference("returnsReferenceNumber", line), coop = reference("coopReferenceNumber", line)>
        <#assign debit = reference("debitNoteNumber", line)>
        "creditNoteDetails": {
          "referenceInvoiceNumber": "${(returns?has_content || coop?has_content || debit?has_content)?then(document.originalInvoice,
            required(document.originalInvoice, "the invoice that the credit note corrects"))}",
          "debitNoteNumber": "${debit}",
          "returnsReferenceNumber": "${returns}",
          "goodsReturnDate": "${noon(reference("goodsReturnDate", line))}",
          "rmaId": "${reference("rmaId", line)}",
          "coopReferenceNumber": "${coop}",
          "consignorsReferenceNumber": "${reference("consignorsReferenceNumber", line)}"
        },
        </#if>
        "taxDetails": <@taxes line.taxes/>,
        "chargeDetails": <@charges line.charges "CHARGE" "chargeAmount"/>,
        "allowanceDetails": <@charges line.charges "ALLOWANCE" "allowanceAmount"/>
      },
      </#list>
    ]
  }]
}
