// SPDX-License-Identifier: Apache-2.0
package io.acornhub.edi;

import io.acornhub.edi.ElementType.Base;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The segments of the envelope (X12.5 control segments), which no grammar file describes: ISA, GS, ST, SE, GE, IEA, TA1. */
public final class EnvelopeSegments {
    public static final SegmentType ISA = segment("ISA", "Interchange Control Header",
        must(101, "Authorization Information Qualifier", Base.ID, 2, 2), must(102, "Authorization Information", Base.AN, 10, 10),
        must(103, "Security Information Qualifier", Base.ID, 2, 2), must(104, "Security Information", Base.AN, 10, 10),
        must(105, "Interchange ID Qualifier", Base.ID, 2, 2), must(106, "Interchange Sender ID", Base.AN, 15, 15),
        must(105, "Interchange ID Qualifier", Base.ID, 2, 2), must(107, "Interchange Receiver ID", Base.AN, 15, 15),
        must(108, "Interchange Date", Base.DT, 6, 6), must(109, "Interchange Time", Base.TM, 4, 4),
        must(165, "Repetition Separator", Base.AN, 1, 1), must(111, "Interchange Control Version Number", Base.ID, 5, 5),
        must(112, "Interchange Control Number", Base.N, 9, 9), must(113, "Acknowledgment Requested", Base.ID, 1, 1),
        must(114, "Usage Indicator", Base.ID, 1, 1), must(115, "Component Element Separator", Base.AN, 1, 1));

    public static final SegmentType GS = segment("GS", "Functional Group Header",
        must(479, "Functional Identifier Code", Base.ID, 2, 2), must(142, "Application Sender's Code", Base.AN, 2, 15),
        must(124, "Application Receiver's Code", Base.AN, 2, 15), must(373, "Date", Base.DT, 6, 8),
        must(337, "Time", Base.TM, 4, 8), must(28, "Group Control Number", Base.N, 1, 9),
        must(455, "Responsible Agency Code", Base.ID, 1, 2), must(480, "Version / Release / Industry Identifier Code", Base.AN,
        1, 12));

    public static final SegmentType GE = segment("GE", "Functional Group Trailer",
        must(97, "Number of Transaction Sets Included", Base.N, 1, 6), must(28, "Group Control Number", Base.N, 1, 9));

    public static final SegmentType IEA = segment("IEA", "Interchange Control Trailer",
        must(116, "Number of Included Functional Groups", Base.N, 1, 5), must(112, "Interchange Control Number", Base.N, 9, 9));

    public static final SegmentType TA1 = segment("TA1", "Interchange Acknowledgment",
        must(112, "Interchange Control Number", Base.N, 9, 9), must(108, "Interchange Date", Base.DT, 6, 6),
        must(109, "Interchange Time", Base.TM, 4, 4), must(117, "Interchange Acknowledgment Code", Base.ID, 1, 1),
        must(118, "Interchange Note Code", Base.ID, 3, 3));

    public static final SegmentType SE = segment("SE", "Transaction Set Trailer",
        must(96, "Number of Included Segments", Base.N, 1, 10), must(329, "Transaction Set Control Number", Base.AN, 4, 9));

    private static final SegmentType ST = segment("ST", "Transaction Set Header", setHeader());
    private static final SegmentType ST_5010 = segment("ST", "Transaction Set Header", setHeader5010());

    private EnvelopeSegments() {
    }

    /** ST has a third element, the implementation convention reference, from 005010 on. */
    public static SegmentType st(String release) {
        return release.compareTo("005010") >= 0 ? ST_5010 : ST;
    }

    private static Draft[] setHeader() {
        return new Draft[] {must(143, "Transaction Set Identifier Code", Base.ID, 3, 3),
            must(329, "Transaction Set Control Number", Base.AN, 4, 9)};
    }

    private static Draft[] setHeader5010() {
        Draft[] header = Arrays.copyOf(setHeader(), 3);
        header[2] = new Draft(new ElementType(1705, "Implementation Convention Reference", Base.AN, 0, 1, 35, Set.of()), false);
        return header;
    }

    private record Draft(ElementType type, boolean required) {
    }

    private static Draft must(int number, String title, Base base, int min, int max) {
        return new Draft(new ElementType(number, title, base, 0, min, max, Set.of()), true);
    }

    private static SegmentType segment(String tag, String title, Draft... drafts) {
        List<ElementUse> uses = new ArrayList<>();
        for (Draft draft : drafts) {
            int position = uses.size() + 1;
            String name = tag + (position < 10 ? "0" : "") + position;
            uses.add(new ElementUse(position, name, draft.required, 1, draft.type, null));
        }
        return new SegmentType(tag, title, uses, List.of());
    }
}
