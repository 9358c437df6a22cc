<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- PurchaseOrderChange to ORDCHG.ORDERS05. Fields that stay empty are left out, and so are segments without fields. -->
<#-- E1EDK01 and E1EDP01 ACTION: 001 added, 002 changed, 003 deleted, 004 as it was. -->
<#assign actions = {"ADD": "001", "CHANGE": "002", "QUANTITY": "002", "PRICE": "002", "REPLACE": "002", "DELETE": "003", "NONE": "004"}>
<#assign orderDate = ccyymmdd(document.orderDate)>
<#assign shipFrom = or(document.shipWindow.from, document.deliveryWindow.from)>
<#assign neededBy = ccyymmdd(or(document.deliveryWindow.to, document.shipWindow.to))>
<#assign currency = or(document.currency, erp.currency)>
<#assign shipTo = byQualifier(document.parties, "role", "SHIP_TO")>
<#assign buying = byQualifier(document.parties, "role", "BUYING")>
<#assign netTotal = 0, netKnown = true>
<#function unit line><#return encode("units", "idoc", line.quantity.unit)></#function>
<#macro organisation qualifier value>
  <#if value?has_content><E1EDK14><QUALF>${qualifier}</QUALF><ORGID>${value}</ORGID></E1EDK14></#if>
</#macro>
<#macro day qualifier value>
  <#if value?has_content><E1EDK03><IDDAT>${qualifier}</IDDAT><DATUM>${value}</DATUM></E1EDK03></#if>
</#macro>
<#macro words text>
  <#list wrapped(text, 70) as line><E1EDKT2><TDLINE>${line}</TDLINE><TDFORMAT>*</TDFORMAT></E1EDKT2></#list>
</#macro>
<#macro window name value>
  <#if value.from?has_content || value.to?has_content>
    <@words text=name + " window" + value.from?has_content?then(" from " + value.from, "")
      + value.to?has_content?then(" to " + value.to, "")/>
  </#if>
</#macro>
<#-- Line price times quantity where both count in the same unit, or the pack size leads from one to the other. -->
<#function netValue line perEach>
  <#if !line.price.amount?has_content || !line.quantity.amount?has_content><#return "unknown"></#if>
  <#local value = decimal(line.quantity.amount) * decimal(line.price.amount)>
  <#if !perEach || line.quantity.unit == "EACH"><#return value></#if>
  <#if line.quantity.unitSize?has_content><#return value * decimal(line.quantity.unitSize)></#if>
  <#return "unknown">
</#function>
<IDOC>
  <EDI_DC40>
    <TABNAM>EDI_DC40</TABNAM>
    <MANDT>${erp.client}</MANDT>
    <DOCNUM>${zeroFilled(or(hub.documentNumber, "1"), 16)}</DOCNUM>
    <DIRECT>2</DIRECT>
    <TEST>${erp.testFlag}</TEST>
    <IDOCTYP>ORDERS05</IDOCTYP>
    <MESTYP>ORDCHG</MESTYP>
    <MESCOD>${erp.messageCode}</MESCOD>
    <MESFCT>${erp.messageFunction}</MESFCT>
    <SNDPOR>${erp.senderPort}</SNDPOR>
    <SNDPRT>${erp.senderPartnerType}</SNDPRT>
    <SNDPFC>${erp.senderPartnerFunction}</SNDPFC>
    <SNDPRN>${required(erp.senderPartner, "value senderPartner of the ERP system")}</SNDPRN>
    <RCVPOR>${erp.receiverPort}</RCVPOR>
    <RCVPRT>${erp.receiverPartnerType}</RCVPRT>
    <RCVPFC>${erp.receiverPartnerFunction}</RCVPFC>
    <RCVPRN>${erp.receiverPartner}</RCVPRN>
    <CREDAT>${hub.date}</CREDAT>
    <CRETIM>${hub.time}</CRETIM>
    <REFINT>${source.interchange}</REFINT>
    <REFGRP>${source.group}</REFGRP>
    <REFMES>${source.document}</REFMES>
    <ARCKEY>${hub.documentKey}</ARCKEY>
    <SERIAL>${hub.date}${hub.time}</SERIAL>
  </EDI_DC40>
  <E1EDK01>
    <ACTION>${(document.purpose == "CANCEL")?then("003", "004")}</ACTION>
    <CURCY>${currency}</CURCY>
    <ZTERM>${erp.paymentTerms}</ZTERM>
    <BSART>${erp.orderType}</BSART>
    <BELNR>${document.poNumber}</BELNR>
  </E1EDK01>
  <@organisation qualifier="006" value=erp.division/>
  <@organisation qualifier="007" value=erp.distributionChannel/>
  <@organisation qualifier="008" value=erp.salesOrganisation/>
  <@organisation qualifier="012" value=erp.orderType/>
  <@organisation qualifier="019" value=erp.purchaseOrderType/>
  <@day qualifier="002" value=neededBy/>
  <@day qualifier="012" value=ccyymmdd(or(document.changeDate, document.orderDate))/>
  <@day qualifier="022" value=orderDate/>
  <@day qualifier="010" value=ccyymmdd(shipFrom)/>
  <E1EDKA1>
    <PARVW>AG</PARVW>
    <PARTN>${erp.soldTo}</PARTN>
    <LIFNR>${document.vendorCode}</LIFNR>
    <NAME1>${text(buying.name, 35)}</NAME1>
  </E1EDKA1>
  <#if document.vendorCode?has_content>
  <E1EDKA1><PARVW>LF</PARVW><PARTN>${document.vendorCode}</PARTN></E1EDKA1>
  </#if>
  <#if erp.billTo?has_content>
  <E1EDKA1><PARVW>RE</PARVW><PARTN>${erp.billTo}</PARTN></E1EDKA1>
  </#if>
  <#if shipTo.role?has_content>
  <E1EDKA1>
    <PARVW>WE</PARVW>
    <PARTN>${shipTo.id}</PARTN>
    <LIFNR>${shipTo.id}</LIFNR>
    <NAME1>${text(shipTo.name, 35)}</NAME1>
    <#list shipTo.street as street>
    <#if street?counter == 1><STRAS>${text(street, 35)}</STRAS></#if>
    <#if street?counter == 2><STRS2>${text(street, 35)}</STRS2></#if>
    </#list>
    <ORT01>${text(shipTo.city, 35)}</ORT01>
    <#-- PSTLZ is nine long: ZIP+4 fits without its dash. -->
    <PSTLZ>${(shipTo.postalCode?length > 9)?then(shipTo.postalCode?replace("-", ""), shipTo.postalCode)}</PSTLZ>
    <LAND1>${shipTo.country}</LAND1>
    <REGIO>${shipTo.region}</REGIO>
  </E1EDKA1>
  </#if>
  <E1EDK02><QUALF>001</QUALF><BELNR>${document.poNumber}</BELNR><DATUM>${orderDate}</DATUM></E1EDK02>
  <E1EDKT1>
    <TDID>0001</TDID>
    <TSSPRAS>E</TSSPRAS>
    <TSSPRAS_ISO>EN</TSSPRAS_ISO>
    <@window name="Ship" value=document.shipWindow/>
    <@window name="Delivery" value=document.deliveryWindow/>
    <#if document.changeNumber?has_content><@words text="Change " + document.changeNumber/></#if>
    <#list document.texts as text><@words text=text/></#list>
  </E1EDKT1>
  <#list document.lines as line>
  <#assign perEach = line.price.basis == "PE">
  <#assign net = netValue(line, perEach)>
  <#if net?is_number><#assign netTotal += net><#else><#assign netKnown = false></#if>
  <E1EDP01>
    <POSEX>${zeroFilled(line.lineNo, 6)}</POSEX>
    <ACTION>${actions[line.action]}</ACTION>
    <PSTYP>0</PSTYP>
    <#if line.quantity.amount?has_content>
    <MENGE>${decimal(line.quantity.amount)?string("0.000###")}</MENGE>
    <MENEE>${unit(line)}</MENEE>
    </#if>
    <#if line.price.amount?has_content>
    <PMENE>${(perEach || !line.quantity.unit?has_content)?then(encode("units", "idoc", "EACH"), unit(line))}</PMENE>
    <VPREI>${decimal(line.price.amount)?string("0.00####")}</VPREI>
    <PEINH>1</PEINH>
    <#if net?is_number><NETWR>${net?string("0.00")}</NETWR></#if>
    <CURCY>${or(line.price.currency, currency)}</CURCY>
    </#if>
    <#if line.quantity.unitSize?has_content>
    <BPUMN>1</BPUMN>
    <BPUMZ>${line.quantity.unitSize}</BPUMZ>
    </#if>
    <E1EDP02>
      <QUALF>001</QUALF>
      <BELNR>${document.poNumber}</BELNR>
      <ZEILE>${zeroFilled(line.lineNo, 6)}</ZEILE>
      <DATUM>${orderDate}</DATUM>
    </E1EDP02>
    <#if line.quantity.amount?has_content && decimal(line.quantity.amount) gt 0>
    <E1EDP20>
      <WMENG>${decimal(line.quantity.amount)?string("0.000###")}</WMENG>
      <EDATU>${neededBy}</EDATU>
    </E1EDP20>
    </#if>
    <#list [["001", line.buyerItem], ["002", line.vendorItem], ["003", or(line.gtin, line.isbn)]]
      ?filter(id -> id[1]?has_content) as id>
    <E1EDP19>
      <QUALF>${id[0]}</QUALF>
      <IDTNR>${id[1]}</IDTNR>
      <#if id?is_first><KTEXT>${text(line.description, 70)}</KTEXT></#if>
    </E1EDP19>
    </#list>
  </E1EDP01>
  </#list>
  <E1EDS01><SUMID>001</SUMID><SUMME>${document.lines?size}</SUMME></E1EDS01>
  <#if netKnown && document.lines?size gt 0>
  <E1EDS01><SUMID>002</SUMID><SUMME>${netTotal?string("0.00")}</SUMME><WAERQ>${currency}</WAERQ></E1EDS01>
  </#if>
</IDOC>
