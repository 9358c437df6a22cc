<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Remittance to REMADV.PEXR2002. MOAQUALF: 004 before deductions, 006 paid. DOCNAME: 380 invoice, 381 credit note. -->
<#assign currency = or(document.currency, erp.currency)>
<#assign paid = ccyymmdd(document.paymentDate)>
<#assign payer = byQualifier(document.parties, "role", "PAYER", "BUYING", "BILL_TO")>
<#assign payee = byQualifier(document.parties, "role", "PAYEE", "SELLING", "REMIT_TO")>
<#function money amount><#return amount?string("0.00##")></#function>
<#-- What was kept back of the item: all of a deduction; else what gross and net differ by, or adjustment and discount. So the amount
     before deductions (004) less the deductions (E1IDPU2) is always what is paid (006). -->
<#function keptBack item>
  <#if ["DEDUCTION", "REVERSAL"]?seq_contains(item.kind)><#return 0 - decimal(item.net)></#if>
  <#local stated = 0>
  <#if item.adjustment?has_content><#local stated -= decimal(item.adjustment)></#if>
  <#if item.discount?has_content><#local stated += decimal(item.discount)></#if>
  <#return (item.gross?has_content)?then(decimal(item.gross) - decimal(item.net), stated)>
</#function>
<#macro deduction reason amount>
  <#if amount != 0>
    <E1IDPU2>
      <AJTGRUND>${reason}</AJTGRUND>
      <MOABETR>${money(amount)}</MOABETR>
      <CUXWAERZ>${currency}</CUXWAERZ>
    </E1IDPU2>
  </#if>
</#macro>
<IDOC>
  <EDI_DC40>
    <TABNAM>EDI_DC40</TABNAM>
    <MANDT>${erp.client}</MANDT>
    <DOCNUM>${zeroFilled(or(hub.documentNumber, "1"), 16)}</DOCNUM>
    <DIRECT>2</DIRECT>
    <TEST>${erp.testFlag}</TEST>
    <IDOCTYP>PEXR2002</IDOCTYP>
    <MESTYP>REMADV</MESTYP>
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
  <E1IDKU1>
    <BGMTYP>481</BGMTYP>
    <BGMNAME>REMITTANCE ADVICE</BGMNAME>
    <BGMREF>${document.paymentReference}</BGMREF>
    <BGMLEV>ORG</BGMLEV>
  </E1IDKU1>
  <#if paid?has_content>
  <E1EDK03><IDDAT>012</IDDAT><DATUM>${paid}</DATUM></E1EDK03>
  <E1EDK03><IDDAT>017</IDDAT><DATUM>${paid}</DATUM></E1EDK03>
  </#if>
  <E1EDK02><QUALF>010</QUALF><BELNR>${document.paymentReference}</BELNR></E1EDK02>
  <E1IDKU5>
    <MOAQUALF>006</MOAQUALF>
    <MOABETR>${money(decimal(document.total))}</MOABETR>
    <CUXWAERZ>${currency}</CUXWAERZ>
  </E1IDKU5>
  <E1EDKA1>
    <PARVW>BE</PARVW>
    <PARTN>${required(or(erp.companyCode, erp.salesOrganisation), "value companyCode of the ERP system")}</PARTN>
    <NAME1>${text(payee.name, 35)}</NAME1>
  </E1EDKA1>
  <E1EDKA1>
    <PARVW>AG</PARVW>
    <LIFNR>${required(or(erp.payer, erp.billTo, erp.soldTo), "value payer of the ERP system")}</LIFNR>
    <NAME1>${text(payer.name, 35)}</NAME1>
  </E1EDKA1>
  <#assign sum = 0>
  <#list document.items as item>
  <#assign net = decimal(item.net), kept = keptBack(item), sum += net>
  <E1IDPU1>
    <DOCNAME>${(item.kind == "INVOICE" || net gte 0)?then("380", "381")}</DOCNAME>
    <DOCNUMMR>${item.reference}</DOCNUMMR>
    <E1IDPU5>
      <MOAQUALF>004</MOAQUALF>
      <MOABETR>${money(net + kept)}</MOABETR>
      <CUXWAERZ>${currency}</CUXWAERZ>
    </E1IDPU5>
    <E1IDPU5>
      <MOAQUALF>006</MOAQUALF>
      <MOABETR>${money(net)}</MOABETR>
      <CUXWAERZ>${currency}</CUXWAERZ>
    </E1IDPU5>
    <#if item.date?has_content>
    <E1EDP03><IDDAT>012</IDDAT><DATUM>${ccyymmdd(item.date)}</DATUM></E1EDP03>
    </#if>
    <#if item.poNumber?has_content>
    <E1EDP02><QUALF>001</QUALF><BELNR>${item.poNumber}</BELNR></E1EDP02>
    </#if>
    <#if item.invoiceNumber?has_content && item.invoiceNumber != item.reference>
    <E1EDP02><QUALF>009</QUALF><BELNR>${item.invoiceNumber}</BELNR></E1EDP02>
    </#if>
    <#assign discount = item.discount?has_content?then(decimal(item.discount), 0)>
    <@deduction reason=encode("deduction-reasons", "idoc", "DISCOUNT") amount=discount/>
    <#assign reason = encode("deduction-reasons", "idoc", or(item.deduction, item.adjustmentReason, "OTHER"), "OTHER")>
    <@deduction reason=reason amount=kept - discount/>
  </E1IDPU1>
  </#list>
  <#if document.items?size gt 0 && sum != decimal(document.total)>
    <#assign no = stop(document.total, "the references add up to " + money(sum) + ", the payment is " + money(decimal(document.total))
      + "; SAP cannot post a payment that does not add up")>
  </#if>
</IDOC>
