// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator.internal.analytics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of the data set {@code analytics_vendorAnalytics_2024_09_30}: each field's name and type. */
final class AnalyticsSchema {
    static final String ROOT = "analytics_vendorAnalytics_2024_09_30";
    private static final List<String> TYPES = List.of(
        "Amount amount:Float currencyCode:Currency",
        "UnitsWithValue units:Long value:Amount",
        "Costs averageSalesDiscount:Amount contraCogs:Amount contraCogsPerUnit:Amount netPPM:Float salesDiscount:Amount "
            + "shippedCogs:Amount",
        "CustomerReturnTopics browseNodeReturnTopicTrends:String browseNodeReturnTopics:String",
        "CustomerReviewTopics negativeReviewTopicImpactOnStarRating:String negativeReviewTopicTrends:String "
            + "negativeReviewTopics:String positiveReviewTopicImpactOnStarRating:String positiveReviewTopicTrends:String "
            + "positiveReviewTopics:String",
        "CustomerReviews asinReviewTopics:CustomerReviewTopics browseNodeReviewTopics:CustomerReviewTopics",
        "CustomerSatisfaction customerReturnTopics:CustomerReturnTopics customerReturns:Long customerReviews:CustomerReviews",
        "ForecastedDemandStatistic mean:Long p70:Long p80:Long p90:Long",
        "ForecastedDemandWeekly demand:ForecastedDemandStatistic endDate:EndDate startDate:StartDate weekNumber:Int",
        "GroupByAttributes asin:Asin binding:String brand:String brandCode:String color:String ean:String isbn13:String "
            + "manufacturerCode:String modelNumber:String msrp:Amount parentAsin:String prepInstructions:String "
            + "prepInstructionsPerformedBy:String productGroup:String productTitle:String releaseDate:String "
            + "replenishmentCategory:String shipToCity:String shipToCountryCode:String shipToStateOrProvince:String "
            + "shipToZipCode:String upc:String vendorCode:String",
        "Orders netOrderedGMS:Amount netShipmentGMS:Amount orderedUnitsWithRevenue:UnitsWithValue unfilledOrderedUnits:Long",
        "ProductAvailability aged90DaysSellableInventory:UnitsWithValue sellThroughRate:Float sellableInTransitInventory:Long "
            + "sellableOnHandInventory:UnitsWithValue sourceableROOS:Float ultraFastTrack:Float unhealthyInventory:UnitsWithValue "
            + "unsellableInTransitInventory:Long unsellableOnHandInventory:UnitsWithValue",
        "ShippedOrders averageSellingPrice:Amount shippedUnitsWithRevenue:UnitsWithValue",
        "Sourcing confirmedUnits:Long mostRecentSubmitted:Long netReceived:UnitsWithValue openPurchaseOrderQuantity:Long "
            + "overallVendorLeadTime:Float procurableProductOOS:Float receivedFillRate:Float vendorConfirmationRate:Float",
        "Traffic glanceViews:Long lostFeaturedOffer:Float",
        "ManufacturingViewMetrics costs:Costs customerSatisfaction:CustomerSatisfaction forecasting:[ForecastedDemandWeekly] "
            + "orders:Orders productAvailability:ProductAvailability shippedOrders:ShippedOrders sourcing:Sourcing traffic:Traffic",
        "SourcingViewMetrics costs:Costs customerSatisfaction:CustomerSatisfaction productAvailability:ProductAvailability "
            + "shippedOrders:ShippedOrders sourcing:Sourcing",
        "ManufacturingViewMetricsGroupedBy groupByKey:GroupByAttributes metrics:ManufacturingViewMetrics",
        "SourcingViewMetricsGroupedBy groupByKey:GroupByAttributes metrics:SourcingViewMetrics",
        "ManufacturingView endDate:EndDate marketplaceId:Marketplace metrics:[ManufacturingViewMetricsGroupedBy] "
            + "startDate:StartDate totals:ManufacturingViewMetrics",
        "SourcingView endDate:EndDate marketplaceId:Marketplace metrics:[SourcingViewMetricsGroupedBy] startDate:StartDate "
            + "totals:SourcingViewMetrics",
        "Query manufacturingView:[ManufacturingView] sourcingView:[SourcingView]");
    private static final Map<String, Map<String, String>> FIELDS = fields();

    private AnalyticsSchema() {
    }

    private static Map<String, Map<String, String>> fields() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (String type : TYPES) {
            String[] words = type.split(" ");
            Map<String, String> fields = new HashMap<>();
            for (int i = 1; i < words.length; i++) {
                String[] field = words[i].split(":");
                fields.put(field[0], field[1]);
            }
            all.put(words[0], fields);
        }
        return all;
    }

    /** The type of a field, with brackets for a list; null if the type has no such field. */
    static String type(String of, String field) {
        return FIELDS.get(of).get(field);
    }

    static boolean isObject(String type) {
        return FIELDS.containsKey(bare(type));
    }

    static String bare(String type) {
        return type.replace("[", "").replace("]", "");
    }

    /** Checks a selection below a type. */
    static void check(Selection selection, String type) throws Selection.Unreadable {
        if (selection.fields().isEmpty()) {
            throw new Selection.Unreadable("field " + selection.name() + " of type " + type + " needs a selection of fields");
        }
        for (Selection field : selection.fields()) {
            String fieldType = type(bare(type), field.name());
            if (fieldType == null) {
                throw new Selection.Unreadable("type " + bare(type) + " has no field " + field.name());
            } else if (isObject(fieldType)) {
                check(field, fieldType);
            } else if (!field.fields().isEmpty()) {
                throw new Selection.Unreadable("field " + field.name() + " has no fields of its own");
            }
        }
    }
}
