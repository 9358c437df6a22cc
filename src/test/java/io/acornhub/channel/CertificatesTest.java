// SPDX-License-Identifier: Apache-2.0
package io.acornhub.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.acornhub.interchange.ChannelFault;
import io.acornhub.interchange.FaultCode;
import io.acornhub.partner.Channel;
import io.acornhub.partner.ChannelCertificate;
import io.acornhub.partner.ChannelCertificate.Owner;
import io.acornhub.partner.ChannelCertificate.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMEncryptorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and certificates of every kind of file, at every moment, and what is said when they cannot be used. */
class CertificatesTest {
    private static final Keys ONE = Keys.rsa("one");
    private static final Keys TWO = Keys.rsa("two");
    @TempDir
    Path data;

    @Test
    void keysAreReadFromEveryKindOfFile() throws Exception {
        var provider = new BouncyCastleProvider();
        char[] password = Keys.PASSWORD.toCharArray();
        var pkcs8 = new JcaPKCS8Generator(ONE.pair().getPrivate(), null);
        var encrypted = new JcaPKCS8Generator(ONE.pair().getPrivate(),
            new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC).setProvider(provider).setPassword(password).build());
        var old = new JcaMiscPEMGenerator(ONE.pair().getPrivate(), new JcePEMEncryptorBuilder("AES-128-CBC").setProvider(provider)
            .build(password));
        pem("pkcs8.pem", Keys.pem(pkcs8, ONE.certificate()));
        pem("pkcs1.pem", Keys.pem(ONE.certificate(), ONE.pair().getPrivate()));
        pem("encrypted8.pem", Keys.pem(TWO.certificate(), ONE.certificate(), encrypted));
        pem("encrypted1.pem", Keys.pem(old, ONE.certificate()));
        Keys.write(data.resolve("one.p12"), ONE.pkcs12(Keys.PASSWORD));
        for (String file : List.of("pkcs8.pem", "pkcs1.pem", "encrypted8.pem", "encrypted1.pem", "one.p12")) {
            OwnKey key = Keys.certificates(data).own(channel(own(file, "env:PASSWORD")), Use.SIGN, Keys.NOW).get(0);
            assertThat(key.certificate()).as(file).isEqualTo(ONE.certificate());
            assertThat(key.key()).as(file).isEqualTo(ONE.pair().getPrivate());
            assertThat(key.toString()).doesNotContain("modulus");
        }
    }

    @Test
    void partnersAreReadFromPemAndDer() throws Exception {
        pem("a.pem", Keys.pem(ONE.certificate(), TWO.certificate()));
        Keys.write(data.resolve("a.cer"), ONE.certificate().getEncoded());
        for (String file : List.of("a.pem", "a.cer")) {
            assertThat(Keys.certificates(data).partner(channel(partner(file, null, null)), Use.SIGN, Keys.NOW))
                .containsExactly(ONE.certificate());
        }
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws IOException {
        Keys.write(data.resolve("one.p12"), ONE.pkcs12(Keys.PASSWORD));
        pem("alone.pem", Keys.pem(ONE.certificate()));
        pem("mixed.pem", Keys.pem(ONE.certificate(), TWO.pair().getPrivate()));
        pem("empty.pem", "");
        Keys.write(data.resolve("cut.p12"), java.util.Arrays.copyOf(ONE.pkcs12(Keys.PASSWORD), 300));
        assertThat(problem(own("none.p12", "env:PASSWORD"))).isEqualTo(CertificateProblem.FILE_MISSING);
        assertThat(problem(own("one.p12", "env:OTHER"))).isEqualTo(CertificateProblem.PASSWORD_WRONG);
        assertThat(problem(own("one.p12", null))).isEqualTo(CertificateProblem.PASSWORD_MISSING);
        assertThat(problem(own("one.p12", "env:NOT_SET"))).isEqualTo(CertificateProblem.PASSWORD_MISSING);
        assertThat(problem(own("alone.pem", null))).isEqualTo(CertificateProblem.KEY_MISSING);
        assertThat(problem(own("mixed.pem", null))).isEqualTo(CertificateProblem.KEY_DOES_NOT_FIT);
        assertThat(problem(own("cut.p12", "env:PASSWORD"))).isEqualTo(CertificateProblem.UNREADABLE);
        assertThat(problem(partner("empty.pem", null, null))).isEqualTo(CertificateProblem.UNREADABLE);
        assertThat(problem(partner("one.p12", null, null))).isEqualTo(CertificateProblem.UNREADABLE);
        assertThatThrownBy(() -> Keys.certificates(data).own(channel(own("one.p12", "env:OTHER")), Use.SIGN, Keys.NOW))
            .isInstanceOf(ChannelFault.class).hasMessageContaining("the password does not open it").hasMessageContaining("one.p12")
            .hasMessageNotContaining("does not\"").satisfies(e -> assertThat(((ChannelFault) e).faults().get(0).code())
                .isEqualTo(FaultCode.CERTIFICATE_UNUSABLE));
        assertThatThrownBy(() -> Keys.certificates(data).partner(channel(), Use.SIGN, Keys.NOW)).isInstanceOf(ChannelFault.class)
            .hasMessageContaining("has no certificate with owner partner and use SIGN");
    }

    @Test
    void onlyThoseOfTheMomentCountAndTheNewestComesFirst() throws IOException {
        pem("one.pem", Keys.pem(ONE.certificate()));
        pem("two.pem", Keys.pem(TWO.certificate()));
        Instant from = Instant.parse("2026-06-01T00:00:00Z");
        Instant to = Instant.parse("2026-07-01T00:00:00Z");
        Channel channel = channel(partner("one.pem", null, to), partner("two.pem", from, null));
        Certificates certificates = Keys.certificates(data);
        assertThat(certificates.partner(channel, Use.SIGN, from.minusSeconds(1))).containsExactly(ONE.certificate());
        assertThat(certificates.partner(channel, Use.SIGN, from)).containsExactly(TWO.certificate(), ONE.certificate());
        assertThat(certificates.partner(channel, Use.SIGN, to)).containsExactly(TWO.certificate());
        assertThat(certificates.listing(channel, to)).extracting(CertificateEntry::problem)
            .containsExactly(CertificateProblem.NO_LONGER, null);
        assertThat(certificates.listing(channel, from.minusSeconds(1))).extracting(CertificateEntry::problem)
            .containsExactly(null, CertificateProblem.NOT_YET);
        assertThat(certificates.listing(channel, Keys.END.plusSeconds(1))).extracting(CertificateEntry::problem)
            .containsOnly(CertificateProblem.EXPIRED);
        assertThat(certificates.listing(channel, Keys.BEGIN.minusSeconds(1))).extracting(CertificateEntry::problem)
            .containsOnly(CertificateProblem.NOT_YET_VALID);
        assertThatThrownBy(() -> certificates.partner(channel, Use.SIGN, Keys.END.plusSeconds(1))).isInstanceOf(ChannelFault.class)
            .hasMessageContaining("it expired at 2027-01-01T00:00:00Z");
    }

    @Test
    void theListingShowsWhatACalendarNeeds() throws IOException {
        pem("one.pem", Keys.pem(ONE.certificate()));
        Instant to = Instant.parse("2026-09-01T00:00:00Z");
        CertificateEntry entry = Keys.certificates(data).listing(channel(partner("one.pem", null, to)), Keys.NOW).get(0);
        assertThat(entry.subject()).isEqualTo("CN=one");
        assertThat(entry.serial()).isEqualTo(ONE.certificate().getSerialNumber().toString(16));
        assertThat(entry.fingerprint()).hasSize(95).matches("([0-9a-f]{2}:)+[0-9a-f]{2}");
        assertThat(entry.notBefore()).isEqualTo(Keys.BEGIN);
        assertThat(entry.notAfter()).isEqualTo(Keys.END);
        assertThat(entry.usedUntil()).isEqualTo(to);
    }

    @Test
    void aFileThatIsReplacedIsReadAgain() throws IOException {
        pem("one.pem", Keys.pem(ONE.certificate()));
        Certificates certificates = Keys.certificates(data);
        Channel channel = channel(partner("one.pem", null, null));
        assertThat(certificates.partner(channel, Use.SIGN, Keys.NOW)).containsExactly(ONE.certificate());
        pem("next.pem", Keys.pem(TWO.certificate()));
        Files.move(data.resolve("next.pem"), data.resolve("one.pem"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(certificates.partner(channel, Use.SIGN, Keys.NOW)).containsExactly(TWO.certificate());
    }

    /** Somebody writes the file while it is asked for: it is there or that is a fault that is tried again, nothing else. */
    @Test
    void aFileThatIsWrittenMeanwhileIsUsedOrToldAsAFault() throws Exception {
        Certificates certificates = Keys.certificates(data);
        Channel channel = channel(partner("one.pem", null, null), own("one.p12", "env:PASSWORD"));
        byte[] whole = Keys.pem(ONE.certificate()).getBytes(StandardCharsets.US_ASCII);
        byte[] key = ONE.pkcs12(Keys.PASSWORD);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                Keys.write(data.resolve("one.pem"), Arrays.copyOf(whole, whole.length / 2));
                Keys.write(data.resolve("one.pem"), whole);
                Keys.write(data.resolve("one.p12"), Arrays.copyOf(key, key.length / 2));
                Keys.write(data.resolve("one.p12"), key);
            }
        });
        try {
            for (int i = 0; i < 1000; i++) {
                oneOrAFault(() -> certificates.partner(channel, Use.SIGN, Keys.NOW));
                oneOrAFault(() -> certificates.own(channel, Use.SIGN, Keys.NOW));
            }
        } finally {
            over.set(true);
            writer.get();
        }
    }

    private static void oneOrAFault(Supplier<List<?>> asked) {
        try {
            assertThat(asked.get()).hasSize(1);
        } catch (ChannelFault fault) {
            assertThat(fault.faults().get(0).code()).isEqualTo(FaultCode.CERTIFICATE_UNUSABLE);
        }
    }

    private CertificateProblem problem(ChannelCertificate certificate) {
        return Keys.certificates(data).listing(channel(certificate), Keys.NOW).get(0).problem();
    }

    private void pem(String file, String text) {
        Keys.write(data.resolve(file), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ChannelCertificate own(String file, String password) {
        return new ChannelCertificate(Owner.OWN, file, password, Set.of(Use.SIGN, Use.ENCRYPT), null, null);
    }

    private static ChannelCertificate partner(String file, Instant from, Instant to) {
        return new ChannelCertificate(Owner.PARTNER, file, null, Set.of(Use.SIGN), from, to);
    }

    private static Channel channel(ChannelCertificate... certificates) {
        return new Channel("as2", Channel.AS2, true, Map.of(), List.of(certificates));
    }
}
