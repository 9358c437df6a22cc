<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- The body of SubmitShipmentConfirmations to ShipmentNotice. -->
<#assign said = json.shipmentConfirmations, way = said.transportationDetails>
<#if said?size gt 1>${stop(said[1].shipmentIdentifier, "is a second shipment; the hub reads and sends one shipment in a body")}</#if>
<#assign carriers = byValue(said.pallets, "cartonReferenceDetails/cartonReferenceNumbers")>
<#macro quantity said>
<#local unit = code("units", "sp-api", spelled("units", "sp-api", required(said.unitOfMeasure, "the unit")))>
{"amount": "${decimal(required(said.amount, "the quantity"))}", "unit": "${unit}",
 "unitSize": "<#if unit != "EACH">${decimal(said.unitSize)}</#if>"}</#macro>
<#macro measure said>
<#if said.value?has_content>
{"amount": "${decimal(said.value)}", "unit": "${code("units", "sp-api", spelled("units", "sp-api", required(said.unitOfMeasure, "the unit")))}"}
<#else>{}</#if></#macro>
<#macro dimensions said>
<#if said?has_content>
{"length": "${decimal(said.length)}", "width": "${decimal(said.width)}", "height": "${decimal(said.height)}",
 "unit": "${code("units", "sp-api", spelled("units", "sp-api", required(said.unitOfMeasure, "the unit of length")))}"}
<#else>{}</#if></#macro>
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
      "postalCode": "${said.address.postalCode}",
      "country": "${said.address.countryCode}",
      "taxNumber": "${said.taxRegistrationDetails.taxRegistrationNumber}"
    },
    </#if>
</#macro>
<#function sscc list>
  <#local found = byQualifier(list, "containerIdentificationType", "SSCC").containerIdentificationNumber>
  <#return found?matches("00[0-9]{18}")?then(found?substring(2), found)>
</#function>
<#-- A pallet has no number of its own but its label's. -->
<#function palletNo pallet><#return "P/" + pallet.palletIdentifiers.containerIdentificationNumber></#function>
<#macro contents list>
[
        <#list list as content>
        {
          "itemNo": "${required(content.itemReference, "the item")}",
          "quantity": <@quantity content.shippedQuantity/>,
          "lot": "${content.itemDetails.lotNumber}",
          "expiry": "${localDay(content.itemDetails.expiry.expiryDate)}"
        },
        </#list>
      ]</#macro>
<#function kind>
  <#switch way.transportationMode?lower_case>
    <#case "air"><#return "AIR">
    <#case "ocean"><#return "OCEAN">
  </#switch>
  <#return code("shipment-types", "sp-api", spelled("shipment-types", "sp-api", said.shipmentType))>
</#function>
{
  "type": "ShipmentNotice",
  "shipmentId": "${required(said.shipmentIdentifier, "the number of the shipment")}",
  "purpose": "${code("purposes", "sp-api", spelled("purposes", "sp-api", required(said.shipmentConfirmationType, "the purpose")))}",
  "createdAt": "${isoInstant(said.shipmentConfirmationDate)}",
  "shippedAt": "${isoInstant(said.shippedDate)}",
  "estimatedDelivery": "${isoInstant(said.estimatedDeliveryDate)}",
  "vendorCode": "${required(said.sellingParty.partyId, "the vendor code")}",
  "billOfLading": "${way.billOfLadingNumber}",
  "proNumber": "${way.carrierShipmentReferenceNumber}",
  "amazonReference": "${said.amazonReferenceNumber}",
  "sealNumber": "${said.importDetails.sealNumber}",
  <#-- Only what the buyer has fetched has such a number. -->
  "freight": "${said.amazonReferenceNumber?has_content?then("COLLECT", "")}",
  "shipmentType": "${kind()}",
  "carrierCode": "${way.carrierScac}",
  "cartonCount": "${decimal(said.shipmentMeasurements.cartonCount)}",
  "palletCount": "${decimal(said.shipmentMeasurements.palletCount)}",
  "grossWeight": <@measure said.shipmentMeasurements.grossShipmentWeight/>,
  "volume": <@measure said.shipmentMeasurements.shipmentVolume/>,
  "parties": [
    <@party "SHIP_FROM" said.shipFromParty "ASSIGNED"/>
    <@party "SHIP_TO" said.shipToParty "FC"/>
  ],
  "items": [
    <#if !said.shippedItems?has_content>${required(said.shippedItems, "what is shipped")}</#if>
    <#list said.shippedItems as item>
    <#assign id = item.vendorProductIdentifier, details = item.itemDetails>
    {
      "itemNo": "${required(item.itemSequenceNumber, "the number of the item")}",
      "poNumber": "${required(details.purchaseOrderNumber, "the purchase order number of the item")}",
      "buyerItem": "${item.amazonProductIdentifier}",
      "vendorItem": "<#if !checkedGtin(id)?has_content && !isbn(id)?has_content>${id}</#if>",
      "gtin": "${checkedGtin(id)}",
      "isbn": "${isbn(id)}",
      "quantity": <@quantity item.shippedQuantity/>,
      "lot": "${details.lotNumber}",
      "expiry": "${localDay(details.expiry.expiryDate)}",
      "extras": {
        "vendorProductIdentifier": "${id}",
        "lotNumberSourceReference": "${details.lotNumberSourceReference}",
        "lotNumberSourceType": "${details.lotNumberSourceType}",
        "countryOfOrigin": "${details.countryOfOrigin}",
        "dueDiligenceReference": "${details.regulationReferences.dueDiligenceReference}",
        "dueDiligenceVerification": "${details.regulationReferences.dueDiligenceVerification}",
        "manufacturerDate": "${localDay(details.expiry.manufacturerDate)}"
      }
    },
    </#list>
  ],
  "packages": [
    <#list said.pallets as pallet>
    {
      "packageNo": "${palletNo(pallet)}",
      "kind": "PALLET",
      "sscc": "${sscc(pallet.palletIdentifiers)}",
      "grossWeight": <@measure pallet.weight/>,
      "dimensions": <@dimensions pallet.dimensions/>,
      "contents": <@contents pallet.items/>
    },
    </#list>
    <#list said.cartons as carton>
    <#assign number = required(carton.cartonSequenceNumber, "the number of the carton"), carrier = carriers[number]>
    {
      "packageNo": "C/${number}",
      "parentNo": "<#if carrier?has_content>${palletNo(carrier)}</#if>",
      "kind": "CARTON",
      "sscc": "${sscc(carton.cartonIdentifiers)}",
      "trackingNumber": "${carton.trackingNumber}",
      "grossWeight": <@measure carton.weight/>,
      "dimensions": <@dimensions carton.dimensions/>,
      "contents": <@contents carton.items/>
    },
    </#list>
  ],
  "extras": {"shipmentStructure": "${said.shipmentStructure}"}
}
