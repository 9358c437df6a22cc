<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- ShipmentNotice to X12 856: the set between ST and SE. The tree of HL comes from the code list hierarchies. -->
<#assign tree = hierarchy(document, or(agreement.hierarchy, "auto")), hash = 0>
<#assign qualifiers = {"8": "EO", "12": "UP", "13": "EN", "14": "UK"}>
<#assign pallets = tree.pallets>
<#if pallets == 0 && !byQualifier(document.packages, "kind", "PALLET")?has_content>
  <#assign pallets = decimal(or(document.palletCount, "0"))>
</#if>
<#macro reference qualifier number>
  <#if number?has_content>
  <REF><REF01>${qualifier}</REF01><REF02>${number}</REF02></REF>
  </#if>
</#macro>
<#macro moment qualifier at>
  <DTM>
    <DTM01>${qualifier}</DTM01>
    <DTM02>${utcDate(at)}</DTM02>
    <DTM03>${text(utcTime(at), 4)}</DTM03>
    <DTM04>GM</DTM04>
  </DTM>
</#macro>
<#macro marks package>
  <#if package.trackingNumber?has_content>
  <MAN><MAN01>CP</MAN01><MAN02>${package.trackingNumber}</MAN02></MAN>
  </#if>
  <#if package.sscc?has_content || !package.trackingNumber?has_content>
  <MAN><MAN01>GM</MAN01><MAN02>00${required(package.sscc, "the SSCC or the tracking number of the package")}</MAN02></MAN>
  </#if>
</#macro>
<#macro shipment>
  <TD1>
    <TD101>CTN</TD101>
    <TD102>${or(document.cartonCount, tree.cartons)}</TD102>
    <#if document.grossWeight?has_content>
    <TD106>G</TD106>
    <TD107>${decimal(document.grossWeight.amount)}</TD107>
    <TD108>${encode("units", "x12", document.grossWeight.unit)}</TD108>
    </#if>
    <#if document.volume?has_content>
    <TD109>${decimal(document.volume.amount)}</TD109>
    <TD110>${encode("units", "x12", document.volume.unit)}</TD110>
    </#if>
  </TD1>
  <#if pallets gt 0>
  <TD1><TD101>PLT</TD101><TD102>${pallets}</TD102></TD1>
  </#if>
  <TD5>
    <TD502>2</TD502>
    <TD503>${required(document.carrierCode, "the carrier's SCAC")}</TD503>
  </TD5>
  <@reference qualifier="BM" number=document.billOfLading/>
  <@reference qualifier="CN" number=document.proNumber/>
  <@reference qualifier="BX" number=document.amazonReference/>
  <@reference qualifier="SN" number=document.sealNumber/>
  <@moment qualifier="011" at=required(document.shippedAt, "when the goods left")/>
  <@moment qualifier="017" at=required(document.estimatedDelivery, "when the goods are expected")/>
  <#if document.freight?has_content>
  <FOB><FOB01>${{"COLLECT": "CC", "PREPAID": "PP"}[document.freight]}</FOB01></FOB>
  </#if>
  <#local from = byQualifier(document.parties, "role", "SHIP_FROM"), to = byQualifier(document.parties, "role", "SHIP_TO")>
  <LoopN1>
    <N1>
      <N101>SF</N101>
      <N103>92</N103>
      <N104>${required(or(document.vendorCode, from.id), "the vendor code")}</N104>
    </N1>
    <#if from.city?has_content || from.postalCode?has_content || from.country?has_content>
    <N4>
      <N401>${from.city}</N401>
      <N402>${from.region}</N402>
      <N403>${from.postalCode}</N403>
      <N404>${from.country}</N404>
    </N4>
    </#if>
  </LoopN1>
  <LoopN1>
    <N1>
      <N101>ST</N101>
      <N103>${(or(to.idType, "FC") == "FC")?then("92", encode("id-types", "x12", to.idType))}</N103>
      <N104>${required(to.id, "the fulfilment centre")}</N104>
    </N1>
  </LoopN1>
</#macro>
<#macro item node>
  <LIN>
    <#if node.item.gtin?has_content>
    <LIN02>${qualifiers[node.item.gtin?length?c]!"UK"}</LIN02><LIN03>${node.item.gtin}</LIN03>
    <#elseif node.item.isbn?has_content>
    <LIN02>IB</LIN02><LIN03>${node.item.isbn}</LIN03>
    <#elseif node.item.buyerItem?has_content>
    <LIN02>BP</LIN02><LIN03>${node.item.buyerItem}</LIN03>
    <#else>
    <LIN02>VN</LIN02><LIN03>${required(node.item.vendorItem, "a number of the article")}</LIN03>
    </#if>
  </LIN>
  <SN1>
    <SN102>${node.quantity}</SN102>
    <SN103>${encode("units", "x12", node.unit)}</SN103>
  </SN1>
  <@reference qualifier="LT" number=node.lot/>
  <#if node.expiry?has_content>
  <DTM><DTM01>036</DTM01><DTM02>${ccyymmdd(node.expiry)}</DTM02></DTM>
  </#if>
</#macro>
<TransactionSet>
  <BSN>
    <BSN01>${encode("purposes", "x12", document.purpose)}</BSN01>
    <BSN02>${document.shipmentId}</BSN02>
    <#if document.createdAt?has_content>
    <BSN03>${utcDate(document.createdAt)}</BSN03>
    <BSN04>${text(utcTime(document.createdAt), 4)}</BSN04>
    <#else>
    <BSN03>${hub.date}</BSN03>
    <BSN04>${text(hub.time, 4)}</BSN04>
    </#if>
    <BSN05>${tree.structure!}</BSN05>
  </BSN>
  <#list tree as node>
  <LoopHL>
    <HL>
      <HL01>${node.id}</HL01>
      <HL02>${node.parent}</HL02>
      <HL03>${node.code}</HL03>
    </HL>
    <#switch node.level>
    <#case "SHIPMENT"><@shipment/><#break>
    <#case "ORDER"><PRF><PRF01>${node.item.poNumber}</PRF01></PRF><#break>
    <#case "ITEM"><@item node=node/><#assign hash += node.quantity><#break>
    <#default><@marks package=node.package/>
    </#switch>
  </LoopHL>
  </#list>
  <CTT>
    <CTT01>${tree?size}</CTT01>
    <CTT02>${hash}</CTT02>
  </CTT>
</TransactionSet>
