<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- DESADV.DELVRYnn to ShipmentNotice. One IDoc is one delivery. -->
<#assign delivery = idoc.E1EDL20>
<#assign purposes = {"CHG": "REPLACE", "DEL": "CANCEL"}>
<#assign control = byQualifier(delivery.E1EDL18, "QUALF", "DEL", "CHG", "ORI")>
<#assign purpose = control.QUALF?has_content?then(purposes[control.QUALF]!"ORIGINAL", "ORIGINAL")>
<#assign issue = byQualifier(delivery.E1EDT13, "QUALF", "006")>
<#assign arrival = byQualifier(delivery.E1EDT13, "QUALF", "007")>
<#assign carrier = byQualifier(delivery.E1ADRM1, "PARTNER_Q", "SP", "U3")>
<#assign carrierNumber = or(byQualifier(carrier.E1ADRE1, "EXTEND_Q", "300").EXTEND_D, carrier.PARTNER_ID)>
<#assign scac = codeOrSame("carriers", "idoc", carrierNumber)>
<#assign freight = codeOrSame("freight-terms", "idoc", delivery.INCO1)>
<#assign units = delivery.E1EDL37>

<#function zone><#return required(erp.zone, "value zone of the ERP system")></#function>
<#function moment day time><#return date(day)?has_content?then(instant(day, time, zone()), "")></#function>
<#function zero number><#return !number?has_content || decimal(number) == 0></#function>
<#-- The end of the planned arrival; its time is often left at midnight where the start has one. -->
<#function arrivalTime>
  <#if arrival.NTENZ?has_content && arrival.NTENZ != "000000"><#return arrival.NTENZ></#if>
  <#return (arrival.NTANF == arrival.NTEND)?then(arrival.NTANZ, arrival.NTENZ)>
</#function>
<#-- Numeric article numbers are filled with zeros in SAP, others are what they are. -->
<#function article number><#return number?matches("[0-9]+")?then(withoutZeros(number), number)></#function>
<#-- SAP fills SSCC to 20 places. Its own numbers of unlabelled units are shorter and no SSCC. -->
<#function sscc number>
  <#if !number?matches("[0-9]{1,20}")><#return ""></#if>
  <#local digits = withoutZeros(number)>
  <#return (digits?length gt 18 || digits?length lt 14)?then("", zeroFilled(digits, 18))>
</#function>
<#function kind unit><#return code("package-kinds", "idoc", required(unit.VHART, "the kind of packaging (VHART)"))></#function>
<#function packageNo number><#return sscc(number)?has_content?then(sscc(number), withoutZeros(number))></#function>
<#function unitSize item>
  <#local detail = item.E1EDL26>
  <#if item.VRKME == item.MEINS || zero(detail.UMVKZ) || zero(detail.UMVKN)><#return ""></#if>
  <#if code("units", "idoc", item.MEINS) != "EACH" || decimal(detail.UMVKN) != 1><#return ""></#if>
  <#return decimal(detail.UMVKZ)>
</#function>

<#-- Batch splits hang at their main item by HIPOS. They carry the quantity; the main item has none, or repeats their sum. -->
<#function splits item>
  <#return delivery.E1EDL24?filter(other -> other.HIPOS?has_content && other.HIPOS == item.POSNR && other.POSNR != item.POSNR)>
</#function>
<#function main item>
  <#if !item.HIPOS?has_content || item.HIPOS?matches("0*")><#return item></#if>
  <#local found = byQualifier(delivery.E1EDL24, "POSNR", item.HIPOS)>
  <#return found.POSNR?has_content?then(found, item)>
</#function>
<#function shipped item>
  <#local quantity = decimal(required(item.LFIMG, "the delivered quantity"))>
  <#if quantity == 0><#return false></#if>
  <#local children = hasSplits?then(splits(item), [])>
  <#if children?size == 0><#return true></#if>
  <#local sum = 0>
  <#list children as child><#local sum += decimal(child.LFIMG)></#list>
  <#if sum == 0><#return true></#if>
  <#if sum != quantity>
    <#local no = stop(item.LFIMG, "item " + item.POSNR + " has a quantity of its own besides its batch splits, which sum to " + sum
      + "; one of both must be 0, or both the same")>
  </#if>
  <#return false>
</#function>
<#assign hasSplits = delivery.E1EDL24?filter(item -> item.HIPOS?has_content && !item.HIPOS?matches("0*"))?size gt 0>
<#-- The item that a part of a handling unit is of: itself, or the batch split of it. -->
<#function itemOf content>
  <#local item = byQualifier(delivery.E1EDL24, "POSNR", content.POSNR)>
  <#if !item.POSNR?has_content>
    <#local no = stop(content.POSNR, "handling unit holds item " + content.POSNR + ", which the delivery does not have")>
  </#if>
  <#if !hasSplits><#return item></#if>
  <#local children = splits(item)?filter(child -> child.CHARG == content.CHARG)>
  <#return (children?size == 1)?then(children?first, item)>
</#function>

<#-- Handling units form a tree: content with VELIN 3 is another unit. Some senders put the unit's own number on every content. -->
<#function nests content><#return content.VELIN == "3" && content.EXIDV?has_content></#function>
<#assign nestedNumbers = "|" + units?map(unit -> unit.E1EDL44?filter(content -> nests(content) && content.EXIDV != unit.EXIDV)
  ?map(content -> content.EXIDV)?join("|"))?join("|") + "|">
<#assign written = 0, cartons = 0, pallets = 0, shippedItems = 0>
<#list units as unit>
  <#if kind(unit) == "CARTON"><#assign cartons += 1></#if>
  <#if kind(unit) == "PALLET"><#assign pallets += 1></#if>
</#list>
<#macro contents unit>
  <#list unit.E1EDL44 as content>
  <#if !nests(content) && content.POSNR?has_content && !content.POSNR?matches("0*") && !zero(content.VEMNG)>
        {
          "itemNo": "${withoutZeros(itemOf(content).POSNR)}",
          "quantity": {
            "amount": "${decimal(content.VEMNG)}",
            "unit": "${code("units", "idoc", required(content.VEMEH, "the unit of the packed quantity"))}"
          },
          "lot": "${content.CHARG}"
        },
  </#if>
  </#list>
</#macro>
<#macro package unit parent>
  <#assign written += 1>
  <#if written gt units?size>
    <#local no = stop(unit.EXIDV, "handling unit " + unit.EXIDV + " lies in itself, directly or in what it holds")>
  </#if>
    {
      "packageNo": "${packageNo(unit.EXIDV)}",
      "parentNo": "${parent}",
      "kind": "${kind(unit)}",
      "sscc": "${sscc(unit.EXIDV)}",
      "trackingNumber": "${unit.EXIDV2}",
      <#if !zero(unit.BRGEW)>
      "grossWeight": {"amount": "${decimal(unit.BRGEW)}", "unit": "${code("units", "idoc", or(unit.GWEIM, unit.GWEIT))}"},
      </#if>
      <#if unit.MEABM?has_content && !zero(unit.LAENG)>
      "dimensions": {
        "length": "${decimal(unit.LAENG)}",
        "width": "${decimal(unit.BREIT)}",
        "height": "${decimal(unit.HOEHE)}",
        "unit": "${code("units", "idoc", unit.MEABM)}"
      },
      </#if>
      "contents": [
        <@contents unit=unit/>
      ]
    },
  <#list unit.E1EDL44 as content>
  <#if nests(content) && content.EXIDV != unit.EXIDV>
    <#local inner = byQualifier(units, "EXIDV", content.EXIDV)>
    <#if !inner.EXIDV?has_content>
      <#local no = stop(content.EXIDV, "handling unit " + unit.EXIDV + " holds " + content.EXIDV + ", which is not in the IDoc")>
    </#if>
    <@package unit=inner parent=packageNo(unit.EXIDV)/>
  </#if>
  </#list>
</#macro>

<#-- Amazon's own code where SAP has it or party-numbers knows it, else the GLN, else SAP's number. -->
<#function partyNumber address gln>
  <#local listed = codeOrSame("party-numbers", "idoc", address.PARTNER_ID)>
  <#local own = byQualifier(address.E1ADRE1, "EXTEND_Q", "300").EXTEND_D>
  <#return or(own, (listed != address.PARTNER_ID)?then(listed, ""), gln, address.PARTNER_ID)>
</#function>
<#macro party address>
  <#local role = codeOrSame("party-roles", "idoc", address.PARTNER_Q)>
  <#local gln = byQualifier(address.E1ADRE1, "EXTEND_Q", "100").EXTEND_D>
  <#local number = partyNumber(address, gln)>
    {
      "role": "${role}",
      "id": "${number}",
      <#if number?has_content>
      "idType": "${(number == gln)?then("GLN", (role == "SHIP_TO" && number?matches("[A-Z]{3}[A-Z0-9]"))?then("FC", "ASSIGNED"))}",
      </#if>
      "name": "${address.NAME1}",
      "street": ["${address.STREET1}", "${address.STREET2}", "${address.STREET3}"],
      "city": "${address.CITY1}",
      "region": "${address.REGION}",
      "postalCode": "${address.POSTL_COD1}",
      "country": "${address.COUNTRY1}"
    },
</#macro>
{
  "type": "ShipmentNotice",
  "shipmentId": "${required(delivery.VBELN, "the delivery's number")}",
  "purpose": "${purpose}",
  "createdAt": "${moment(idoc.EDI_DC40.CREDAT, idoc.EDI_DC40.CRETIM)}",
  "shippedAt": "${moment(issue.ISDD, issue.ISDZ)}",
  "estimatedDelivery": "${moment(arrival.NTEND, arrivalTime())}",
  "vendorCode": "${or(byQualifier(byQualifier(delivery.E1ADRM1, "PARTNER_Q", "LF").E1ADRE1, "EXTEND_Q", "300").EXTEND_D, erp.vendorCode)}",
  "billOfLading": "${delivery.BOLNR}",
  "proNumber": "${delivery.TRAID}",
  "amazonReference": "${delivery.LIFEX}",
  <#if ["COLLECT", "PREPAID"]?seq_contains(freight)>
  "freight": "${freight}",
  </#if>
  "shipmentType": "${code("shipment-types", "idoc", delivery.E1EDL28.VSART)}",
  <#if scac?matches("[A-Z]{2,4}")>
  "carrierCode": "${scac}",
  </#if>
  "carrierName": "${carrier.NAME1}",
  <#if units?size gt 0>
  "cartonCount": "${cartons}",
  "palletCount": "${pallets}",
  <#elseif !zero(delivery.ANZPK)>
  "cartonCount": "${decimal(delivery.ANZPK)}",
  </#if>
  <#if !zero(delivery.BTGEW)>
  "grossWeight": {"amount": "${decimal(delivery.BTGEW)}", "unit": "${code("units", "idoc", delivery.GEWEI)}"},
  </#if>
  <#if !zero(delivery.VOLUM)>
  "volume": {"amount": "${decimal(delivery.VOLUM)}", "unit": "${code("units", "idoc", delivery.VOLEH)}"},
  </#if>
  "parties": [
    <#list delivery.E1ADRM1 as address>
    <#if ["BUYING", "SELLING", "SHIP_TO", "SHIP_FROM", "BILL_TO"]?seq_contains(codeOrSame("party-roles", "idoc", address.PARTNER_Q))>
    <@party address=address/>
    </#if>
    </#list>
  ],
  "items": [
    <#list delivery.E1EDL24 as item>
    <#if shipped(item)>
    <#assign shippedItems += 1>
    <#assign of = main(item)>
    <#assign order = byQualifier(item.E1EDL41, "QUALI", "001")>
    <#if !order.BSTNR?has_content><#assign order = byQualifier(of.E1EDL41, "QUALI", "001")></#if>
    {
      "itemNo": "${withoutZeros(required(item.POSNR, "the item's number"))}",
      "poNumber": "${required(order.BSTNR, "the buyer's purchase order number (E1EDL41 QUALI 001)")}",
      "poLineNo": "${withoutZeros(or(order.POSEX, item.POSEX, of.POSEX))}",
      "buyerItem": "${or(item.KDMAT35, item.KDMAT, of.KDMAT35, of.KDMAT)}",
      "vendorItem": "${article(or(item.E1EDL26.MATNR_LONG, item.MATNR))}",
      "gtin": "${gtin(item.EAN11, of.EAN11)}",
      "description": "${item.ARKTX}",
      "quantity": {
        "amount": "${decimal(item.LFIMG)}",
        "unit": "${code("units", "idoc", required(item.VRKME, "the unit"))}",
        "unitSize": "${unitSize(item)}"
      },
      "lot": "${item.CHARG}",
      "expiry": "${date(item.VFDAT)}"
    },
    </#if>
    </#list>
    <#if shippedItems == 0>
    ${stop(delivery.VBELN, "no item of the delivery has a delivered quantity; there is nothing to announce")}
    </#if>
  ],
  "packages": [
    <#list units as unit>
    <#if !nestedNumbers?contains("|" + required(unit.EXIDV, "the handling unit's number") + "|")>
    <@package unit=unit parent=""/>
    </#if>
    </#list>
    <#if written != units?size>
    ${stop(units.EXIDV, "the IDoc has " + units?size + " handling units, but " + written
      + " of them when one goes down from those that lie in no other: a unit is in itself or in two others")}
    </#if>
  ]
}
