<#-- SPDX-License-Identifier: Apache-2.0 -->
{
  "type": "PurchaseOrder",
  "poNumber": "${required(set.BEG.BEG03, "the purchase order number")}"
}
