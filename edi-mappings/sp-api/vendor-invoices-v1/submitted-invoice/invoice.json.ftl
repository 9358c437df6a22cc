<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- The body of submitInvoices to Invoice. -->
<#assign said = json.invoices, currency = said.invoiceTotal.currencyCode>
<#if said?size gt 1>${stop(said[1].id, "is a second invoice; the hub reads and sends one invoice in a body")}</#if>
<#macro party role said idType>
    <#if said?has_content>
    {
      "role": "${role}",
      "id": "${said.partyId}",
      "idType": "<#if said.partyId?has_content>${idType}</#if>",
      "name": "${said.address.name}",
      "street": ["${said.address.addressLine1}", "${said.address.addressLine2}", "${said.address.addressLine3}"],
      "city": "${said.address.city}",
      "region": "${said.address.stateOrRegion}",
      "postalCode": "${or(said.address.postalOrZipCode, said.address.postalCode)}",
      "country": "${said.address.countryCode}",
      "taxNumber": "${said.taxRegistrationDetails.taxRegistrationNumber}"
    },
    </#if>
</#macro>
<#function typeOf list said><#return code(list, "sp-api", spelled(list, "sp-api", required(said, "its type")))></#function>
<#-- What lines have of a type, which the header says again. -->
<#function ofLines member type amount description>
  <#local sum = 0>
  <#list said.items as item>
    <#list item[member] as found>
      <#if found.type == type && found.description == description><#local sum += decimal(or(found[amount].amount, "0"))></#if>
    </#list>
  </#list>
  <#return sum>
</#function>
<#macro charge found kind amount less>
    <#local rest = decimal(required(found[amount].amount, "the amount")) - less>
    <#if rest != 0>
    {
      "kind": "${kind}",
      "code": "${typeOf("charges", found.type)}",
      "description": "${found.description}",
      "amount": "${rest}"
    },
    </#if>
</#macro>
<#macro taxes list>
    <#list list as tax>
    {
      "code": "${typeOf("tax-codes", tax.taxType)}",
      "rate": "${decimal(tax.taxRate)}",
      "taxable": "${decimal(tax.taxableAmount.amount)}",
      "amount": "${decimal(required(tax.taxAmount.amount, "the amount of the tax"))}"
    },
    </#list>
</#macro>
<#assign taxedLines = positions(said.items, "taxDetails/taxType")?size gt 0, terms = said.paymentTerms>
{
  "type": "Invoice",
  "invoiceNumber": "${required(said.id, "the number of the invoice")}",
  "invoiceDate": "${localDay(required(said.date, "the date of the invoice"))}",
  "kind": "${code("invoice-kinds", "sp-api", spelled("invoice-kinds", "sp-api", required(said.invoiceType, "invoice or credit note")))}",
  "originalInvoice": "${said.items.creditNoteDetails.referenceInvoiceNumber}",
  "shipmentId": "${said.referenceNumber}",
  "vendorCode": "${required(said.remitToParty.partyId, "the payee code")}",
  "currency": "${currency}",
  "terms": {
    "discountPercent": "${decimal(terms.discountPercent)}",
    "discountDays": "${decimal(terms.discountDueDays)}",
    "netDays": "${decimal(terms.netDueDays)}"
  },
  "parties": [
    <@party "REMIT_TO" said.remitToParty "ASSIGNED"/>
    <@party "SHIP_TO" said.shipToParty "FC"/>
    <@party "SHIP_FROM" said.shipFromParty "ASSIGNED"/>
    <@party "BILL_TO" said.billToParty "ASSIGNED"/>
  ],
  "lines": [
    <#if !said.items?has_content>${required(said.items, "what is invoiced")}</#if>
    <#list said.items as item>
    <#assign id = item.vendorProductIdentifier, quantity = item.invoicedQuantity, credit = item.creditNoteDetails>
    <#assign unit = typeOf("units", quantity.unitOfMeasure)>
    {
      "lineNo": "${or(item.itemSequenceNumber, item?counter)}",
      "poNumber": "${item.purchaseOrderNumber}",
      "buyerItem": "${item.amazonProductIdentifier}",
      "vendorItem": "<#if !checkedGtin(id)?has_content && !isbn(id)?has_content>${id}</#if>",
      "gtin": "${checkedGtin(id)}",
      "isbn": "${isbn(id)}",
      "quantity": {
        "amount": "${decimal(required(quantity.amount, "the invoiced quantity"))}",
        "unit": "${unit}",
        "unitSize": "<#if unit != "EACH">${decimal(quantity.unitSize)}</#if>"
      },
      "price": {
        "amount": "${decimal(required(item.netCost.amount, "the price"))}",
        "currency": "${item.netCost.currencyCode}",
        "basis": "${or(code("money-units", "sp-api", spelled("money-units", "sp-api", item.netCostUnitOfMeasure)), "PE")}"
      },
      "charges": [
        <#list item.chargeDetails as found><@charge found "CHARGE" "chargeAmount" 0/></#list>
        <#list item.allowanceDetails as found><@charge found "ALLOWANCE" "allowanceAmount" 0/></#list>
      ],
      "taxes": [<@taxes item.taxDetails/>],
      "extras": {
        "vendorProductIdentifier": "${id}",
        "hsnCode": "${item.hsnCode}",
        "totalWeight": "${decimal(quantity.totalWeight.amount)}",
        "totalWeightUnit": "${quantity.totalWeight.unitOfMeasure}",
        "debitNoteNumber": "${credit.debitNoteNumber}",
        "returnsReferenceNumber": "${credit.returnsReferenceNumber}",
        "goodsReturnDate": "${localDay(credit.goodsReturnDate)}",
        "rmaId": "${credit.rmaId}",
        "coopReferenceNumber": "${credit.coopReferenceNumber}",
        "consignorsReferenceNumber": "${credit.consignorsReferenceNumber}"
      }
    },
    </#list>
  ],
  "charges": [
    <#list said.chargeDetails as found>
    <@charge found "CHARGE" "chargeAmount" ofLines("chargeDetails", found.type, "chargeAmount", found.description)/>
    </#list>
    <#list said.allowanceDetails as found>
    <@charge found "ALLOWANCE" "allowanceAmount" ofLines("allowanceDetails", found.type, "allowanceAmount", found.description)/>
    </#list>
  ],
  "taxes": [<#if !taxedLines><@taxes said.taxDetails/></#if>],
  "total": "${decimal(required(said.invoiceTotal.amount, "the total"))}",
  "extras": {
    <#list said.additionalDetails as found>
    "${(found.type == "CartonCount")?then("cartonCount", found.type)}": "${found.detail}",
    </#list>
    "languageCode": "${said.additionalDetails.languageCode}",
    "termsType": "<#if terms.type != "Basic">${terms.type}</#if>"
  }
}
