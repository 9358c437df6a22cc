// SPDX-License-Identifier: Apache-2.0
package io.acornhub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.canonical.Party;
import io.acornhub.canonical.Quantity;
import io.acornhub.interchange.FaultCode;
import io.acornhub.interchange.MappingFault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses and pack sizes as the user fills them in. */
class ListFilesTest {
    private static final String ADDRESSES = "id_type,id,name,street,street2,city,region,postal_code,country,san,gln\n";
    private static final String SIZES = "item,unit,eaches\n";

    @TempDir
    Path config;

    @Test
    void thePlacesOfTheProductsExampleAreWellFormed() throws IOException {
        Configuration configuration = Configuration.read(Path.of("config"), name -> null);
        assertThat(configuration.problems()).isEmpty();
        assertThat(configuration.addressBook().find("FC", "XMP2").orElseThrow().street()).containsExactly("200 Sample Road, Dock 4",
            "Building B");
        assertThat(configuration.packSizes().eaches(List.of("EXAMPLE-SKU-1"), "CASE")).contains(12);
    }

    @Test
    void aPartyGetsTheAddressOfItsIdWhateverKindOfIdItHas() throws IOException {
        AddressBook book = book("FC,XMP1,Example,1 Road,,Town,NV,89000,US,0000019,0614141999996\n");
        Party bare = new Party("SHIP_TO", "xmp1", "FC", null, null, null, null, null, null);
        assertThat(book.completed(bare)).isEqualTo(new Party("SHIP_TO", "xmp1", "FC", "Example", List.of("1 Road"), "Town", "NV", "89000",
            "US"));
        Party named = new Party("SHIP_TO", "000-0019", "SAN", "Ours", null, null, null, "89000", null);
        assertThat(book.completed(named).name()).isEqualTo("Ours");
        assertThat(book.translate("SAN", "000-0019", "FC")).contains("XMP1");
        assertThat(book.translate("FC", "XMP1", "GLN")).contains("0614141999996");
        assertThat(book.translate("GLN", "0614141999996", "SAN")).contains("0000019");
    }

    @Test
    void whatIsUnknownOrAnotherPlaceStaysAsItIs() throws IOException {
        AddressBook book = book("FC,XMP1,Example,1 Road,,Town,NV,89000,US,,\n");
        Party unknown = new Party("SHIP_TO", "XMP9", "FC", null, null, null, null, null, null);
        assertThat(book.completed(unknown)).isSameAs(unknown);
        Party moved = new Party("SHIP_TO", "XMP1", "FC", null, null, "Elsewhere", "AZ", "85000", "US");
        assertThat(book.completed(moved)).isSameAs(moved);
        Party anonymous = new Party("SHIP_TO", null, null, "Name", null, null, null, null, null);
        assertThat(book.completed(anonymous)).isSameAs(anonymous);
        assertThat(book.translate("FC", "XMP1", "SAN")).isEmpty();
    }

    @Test
    void thePartnersOwnRowsGoFirst() throws IOException {
        write("code-lists/addresses.csv", ADDRESSES + "FC,XMP1,Common,,,,,,,,\n");
        write("code-lists/amazon-mx/addresses.csv", ADDRESSES + "FC,XMP1,Mexico,,,,,,,,\n");
        AddressBook book = Configuration.read(config, name -> null).addressBook();
        assertThat(book.find("FC", "XMP1", "amazon-mx").orElseThrow().name()).isEqualTo("Mexico");
        assertThat(book.find("FC", "XMP1", (String) null).orElseThrow().name()).isEqualTo("Common");
    }

    @Test
    void badRowsAreNamedWithFileAndLineAndTheOthersCount() throws IOException {
        write("code-lists/addresses.csv", "# ours\n" + ADDRESSES + "FC,XMP1,Good,,,,,,,,\nPLANT,X,,,,,,,,,\nFC,XMP2,,,,,,,USA,,\n"
            + "FC,XMP3,,,,,,,,12345,\nFC,XMP1,Again,,,,,,,,\nFC,short\n");
        write("code-lists/pack-sizes.csv", SIZES + "SKU,CASE,12\nSKU,CASE,24\nSKU,PALLET,1.5\n");
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).hasSize(7)
            .anyMatch(p -> p.endsWith("addresses.csv:4: id_type must be one of FC, SAN, GLN, DUNS, ASSIGNED, and id must be given"))
            .anyMatch(p -> p.contains("addresses.csv:5: country 'USA'")).anyMatch(p -> p.contains("addresses.csv:6: SAN '12345'"))
            .anyMatch(p -> p.contains("addresses.csv:7: FC XMP1 stands twice"))
            .anyMatch(p -> p.contains("addresses.csv:8: 2 cells, the heading has 11"))
            .anyMatch(p -> p.contains("pack-sizes.csv:3: CASE of SKU stands twice"))
            .anyMatch(p -> p.contains("pack-sizes.csv:4: item, unit and a whole number of eaches"));
        assertThat(configuration.addressBook().find("FC", "XMP1").orElseThrow().name()).isEqualTo("Good");
        assertThat(configuration.packSizes().eaches(List.of("SKU"), "CASE")).contains(12);
    }

    @Test
    void quantitiesAreConvertedExactly() throws IOException {
        PackSizes sizes = sizes("SKU,CASE,12\nSKU,PALLET,480\n10614141000101,CASE,24\n");
        assertThat(sizes.convert(quantity("3", "CASE", null), "EACH", List.of("SKU"))).isEqualTo(quantity("36", "EACH", null));
        assertThat(sizes.convert(quantity("36.000", "EACH", null), "CASE", List.of("SKU"))).isEqualTo(quantity("3", "CASE", 12));
        assertThat(sizes.convert(quantity("2", "PALLET", null), "CASE", List.of("SKU"))).isEqualTo(quantity("80", "CASE", 12));
        assertThat(sizes.convert(quantity("2", "CASE", null), "EACH", Arrays.asList(null, "10614141000101")).amount()).isEqualTo("48");
        assertThat(sizes.convert(quantity("5", "CASE", 6), "EACH", List.of("OTHER"))).as("the document says the size")
            .isEqualTo(quantity("30", "EACH", null));
        Quantity same = quantity("2.5", "CASE", null);
        assertThat(sizes.convert(same, "CASE", List.of("UNKNOWN"))).isSameAs(same);
    }

    @Test
    void whatIsNoWholeNumberOrUnknownOrContradictsIsRefusedInWords() throws IOException {
        PackSizes sizes = sizes("SKU,CASE,12\n");
        refused(sizes, quantity("30", "EACH", null), "CASE", "SKU", FaultCode.QUANTITY_FRACTION,
            "30 EACH of item SKU is 30 EACH and so no whole number of CASE of 12");
        refused(sizes, quantity("0.3", "CASE", null), "EACH", "SKU", FaultCode.QUANTITY_FRACTION, "0.3 CASE of item SKU is 3.6 EACH");
        refused(sizes, quantity("1", "CASE", null), "EACH", "NEW", FaultCode.PACK_SIZE_UNKNOWN,
            "Add the row NEW,CASE,<eaches> to config/code-lists/pack-sizes.csv.");
        refused(sizes, quantity("1", "EACH", null), "PALLET", "SKU", FaultCode.PACK_SIZE_UNKNOWN, "Add the row SKU,PALLET,<eaches>");
        refused(sizes, quantity("1", "CASE", 10), "EACH", "SKU", FaultCode.PACK_SIZE_CONTRADICTS,
            "The document says 10 EACH in one CASE of item SKU, config/code-lists/pack-sizes.csv says 12.");
    }

    private static void refused(PackSizes sizes, Quantity quantity, String unit, String item, FaultCode code, String words) {
        assertThatThrownBy(() -> sizes.convert(quantity, unit, List.of(item))).isInstanceOfSatisfying(MappingFault.class,
            fault -> assertThat(fault.faults().get(0).code()).isEqualTo(code)).hasMessageContaining(words);
    }

    private static Quantity quantity(String amount, String unit, Integer size) {
        return new Quantity(new BigDecimal(amount), unit, size);
    }

    private AddressBook book(String rows) throws IOException {
        write("code-lists/addresses.csv", ADDRESSES + rows);
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).isEmpty();
        return configuration.addressBook();
    }

    private PackSizes sizes(String rows) throws IOException {
        write("code-lists/pack-sizes.csv", SIZES + rows);
        Configuration configuration = Configuration.read(config, name -> null);
        assertThat(configuration.problems()).isEmpty();
        return configuration.packSizes();
    }

    private void write(String path, String text) throws IOException {
        Path file = config.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
