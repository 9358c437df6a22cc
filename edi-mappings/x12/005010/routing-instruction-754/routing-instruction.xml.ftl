<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- RoutingInstruction to X12 754: the set between ST and SE. -->
<#assign modes = {"LESS_THAN_TRUCKLOAD": "LT", "TRUCKLOAD": "M", "SMALL_PARCEL": "U", "AIR": "A", "OCEAN": "O"}>
<#assign weights = {"POUND": "L", "KILOGRAM": "K"}>
<#function idType found>
  <#if !found.idType?has_content || found.idType == "FC"><#return "92"></#if>
  <#if found.idType?matches("[A-Z0-9]{1,2}")><#return found.idType></#if>
  <#return encode("id-types", "x12", found.idType)?replace("ST:", "")>
</#function>
<#macro party found>
  <LoopN1>
    <N1>
      <#-- What the list has no row for was kept as it was read. -->
      <N101>${found.role?matches("[A-Z0-9]{2,3}")?then(found.role, encode("party-roles", "x12", found.role))}</N101>
      <N102>${plainText(found.name, 60)}</N102>
      <#if found.id?has_content>
      <N103>${idType(found)}</N103>
      <N104>${found.id}</N104>
      </#if>
    </N1>
    <#local streets = []>
    <#list found.street as street><#if street?index lt 4><#local streets += [plainText(street, 55)]></#if></#list>
    <#list streets?chunk(2) as pair>
    <N3><N301>${pair[0]}</N301><#if pair?size == 2><N302>${pair[1]}</N302></#if></N3>
    </#list>
    <N4>
      <N401>${plainText(found.city, 30)}</N401>
      <N402>${found.region}</N402>
      <N403>${found.postalCode}</N403>
      <N404>${found.country}</N404>
    </N4>
  </LoopN1>
</#macro>
<#function known codes unit>
  <#if !codes[unit]??>
    <#return stop(unit, "754 has no code for this; say one of " + codes?keys?join(", "))>
  </#if>
  <#return codes[unit]>
</#function>
<TransactionSet>
  <BGN>
    <#-- 11: a response -->
    <BGN01>${(document.purpose == "ORIGINAL" && document.requestNumber?has_content)?then("11", encode("purposes", "x12", document.purpose))}</BGN01>
    <BGN02>${document.instructionNumber}</BGN02>
    <#if document.createdAt?has_content>
    <BGN03>${utcDate(document.createdAt)}</BGN03>
    <BGN04>${text(utcTime(document.createdAt), 4)}</BGN04>
    <BGN05>GM</BGN05>
    <#else>
    <BGN03>${hub.date}</BGN03>
    </#if>
    <BGN06>${document.requestNumber}</BGN06>
  </BGN>
  <#if !document.parties?has_content>
  <LoopN1><N1><N101>SF</N101><N103>92</N103><N104>${required(document.vendorCode, "the vendor code")}</N104></N1></LoopN1>
  </#if>
  <#list document.parties as found><@party found=found/></#list>
  <#list document.loads as load>
  <LoopLX>
    <LX><LX01>${load?counter}</LX01></LX>
    <#if load.carrierCode?has_content || load.carrierName?has_content || load.shipmentType?has_content>
    <TD5>
      <#if load.carrierCode?has_content>
      <TD502>2</TD502>
      <TD503>${load.carrierCode}</TD503>
      </#if>
      <#if load.shipmentType?has_content><TD504>${known(modes, load.shipmentType)}</TD504></#if>
      <TD505>${plainText(load.carrierName, 35)}</TD505>
    </TD5>
    </#if>
    <#if load.amazonReference?has_content>
    <REF><REF01>BX</REF01><REF02>${load.amazonReference}</REF02></REF>
    </#if>
    <#if load.pickupDate?has_content>
    <#-- 10: pick-up; U: at the scheduled time -->
    <G62>
      <G6201>10</G6201>
      <G6202>${ccyymmdd(load.pickupDate)}</G6202>
      <#if load.pickupTime?has_content>
      <G6203>U</G6203>
      <G6204>${load.pickupTime?replace(":", "")}</G6204>
      </#if>
    </G62>
    </#if>
    <#list load.orders as order>
    <LoopOID>
      <OID>
        <OID02>${order.poNumber}</OID02>
        <#if order.cartonCount?has_content>
        <OID04>CTN</OID04>
        <OID05>${order.cartonCount}</OID05>
        </#if>
        <#if order.grossWeight?has_content>
        <OID06>${known(weights, order.grossWeight.unit)}</OID06>
        <OID07>${decimal(order.grossWeight.amount)}</OID07>
        </#if>
      </OID>
    </LoopOID>
    </#list>
    <#if load.shipTo?has_content>
    <LoopN1><N1><N101>ST</N101><N103>92</N103><N104>${load.shipTo}</N104></N1></LoopN1>
    </#if>
  </LoopLX>
  </#list>
</TransactionSet>
