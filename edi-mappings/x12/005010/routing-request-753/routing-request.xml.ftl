<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- RoutingRequest to X12 753: the set between ST and SE. -->
<#assign from = byQualifier(document.parties, "role", "SHIP_FROM"), to = byQualifier(document.parties, "role", "SHIP_TO")>
<#assign centres = {}, weights = {"POUND": "L", "KILOGRAM": "K"}, volumes = {"CUBIC_FOOT": "E", "CUBIC_METER": "X"}>
<#list document.orders as order>
  <#assign centre = "" + required(or(order.shipTo, to.id), "the fulfilment centre of the order")>
  <#assign centres += {centre: (centres[centre]![]) + [order]}>
</#list>
<#function known codes unit>
  <#if !codes[unit]??>
    <#return stop(unit, "753 has no code for this unit; say one of " + codes?keys?join(", "))>
  </#if>
  <#return codes[unit]>
</#function>
<#function sum orders member>
  <#local total = 0>
  <#list orders as order><#local total += decimal(or(order[member], "0"))></#list>
  <#return total>
</#function>
<TransactionSet>
  <BGN>
    <BGN01>${encode("purposes", "x12", document.purpose)}</BGN01>
    <BGN02>${document.requestNumber}</BGN02>
    <#if document.createdAt?has_content>
    <BGN03>${utcDate(document.createdAt)}</BGN03>
    <BGN04>${text(utcTime(document.createdAt), 4)}</BGN04>
    <BGN05>GM</BGN05>
    <#else>
    <BGN03>${hub.date}</BGN03>
    </#if>
  </BGN>
  <#assign reach = []>
  <#if document.contactPhone?has_content><#assign reach += [["TE", document.contactPhone]]></#if>
  <#if document.contactEmail?has_content><#assign reach += [["EM", document.contactEmail]]></#if>
  <#if document.contactName?has_content || reach?has_content>
  <PER>
    <PER01>IC</PER01>
    <PER02>${document.contactName}</PER02>
    <#list reach as way>
    <PER0${3 + 2 * way?index}>${way[0]}</PER0${3 + 2 * way?index}><PER0${4 + 2 * way?index}>${way[1]}</PER0${4 + 2 * way?index}>
    </#list>
  </PER>
  </#if>
  <LoopN1>
    <N1>
      <N101>SF</N101>
      <N102>${text(from.name, 60)}</N102>
      <N103>92</N103>
      <N104>${required(or(document.vendorCode, from.id), "the vendor code")}</N104>
    </N1>
    <#if from.street?has_content>
    <N3><N301>${text(from.street, 55)}</N301></N3>
    </#if>
    <#if from.city?has_content || from.postalCode?has_content || from.country?has_content>
    <N4>
      <N401>${from.city}</N401>
      <N402>${from.region}</N402>
      <N403>${from.postalCode}</N403>
      <N404>${from.country}</N404>
    </N4>
    </#if>
  </LoopN1>
  <LX><LX01>1</LX01></LX>
  <#list centres as centre, orders>
  <LoopSTOP>
    <N1>
      <N101>ST</N101>
      <N103>92</N103>
      <N104>${centre}</N104>
    </N1>
    <#-- 10: requested pick-up, I: not before -->
    <G62>
      <G6201>10</G6201>
      <G6202>${utcDate(document.readyAt)}</G6202>
      <G6203>I</G6203>
      <G6204>${text(utcTime(document.readyAt), 4)}</G6204>
      <G6205>GM</G6205>
    </G62>
    <#assign pallets = sum(orders, "palletCount")>
    <#if pallets gt 0>
    <USI>
      <USI01>${pallets}</USI01>
      <USI02>PLT</USI02>
      <USI03>${orders?filter(o -> o.stackable != "true")?has_content?then("N", "Y")}</USI03>
    </USI>
    </#if>
    <#list orders as order>
    <LoopOID>
      <OID>
        <OID02>${order.poNumber}</OID02>
        <OID04>CTN</OID04>
        <OID05>${required(order.cartonCount, "the cartons of the order")}</OID05>
        <#if order.grossWeight?has_content>
        <OID06>${known(weights, order.grossWeight.unit)}</OID06>
        <OID07>${decimal(order.grossWeight.amount)}</OID07>
        </#if>
        <#if order.volume?has_content>
        <OID08>${known(volumes, order.volume.unit)}</OID08>
        <OID09>${decimal(order.volume.amount)}</OID09>
        </#if>
      </OID>
      <#if order.freightClass?has_content>
      <CMC><CMC02>${order.freightClass}</CMC02></CMC>
      </#if>
    </LoopOID>
    </#list>
  </LoopSTOP>
  </#list>
</TransactionSet>
