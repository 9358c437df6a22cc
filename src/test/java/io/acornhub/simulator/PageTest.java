// SPDX-License-Identifier: Apache-2.0
package io.acornhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator's page: what it may load, and what a person sees and does there with a real browser. */
class PageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MS = 60_000;
    private static final List<String> QUIET = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final String NASTY = "<b id=x>7";
    @TempDir
    private Path folder;

    @Test
    void thePageLoadsNothingButItself() throws IOException, InterruptedException {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            for (String path : List.of("/", "/_sim/", "/_sim")) {
                HttpResponse<String> page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                    .build(), HttpResponse.BodyHandlers.ofString());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=UTF-8");
                assertThat(page.headers().firstValue("content-security-policy").orElse("")).startsWith("default-src 'none'; connect-src")
                    .contains("script-src 'sha256-").contains("style-src 'sha256-");
                assertThat(page.body()).doesNotContain("innerHTML").doesNotContain("src=").doesNotContain("href=");
            }
        }
    }

    @Test
    void aPersonSeesOrdersVerdictsAndMovesTheClock() {
        assumeTrue(Files.isExecutable(CHROMIUM), "skipped: no chromium at " + CHROMIUM + "; apt-get install chromium to run this test");
        try (EdiFixture amazon = EdiFixture.in(folder, "ACME5");
             Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                 "1")));
             Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(CHROMIUM)
                 .setArgs(QUIET))) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
            amazon.place(EdiFixture.order("4TG7Q2PX"));
            // one after the other: what is placed between two looks goes in one file
            amazon.files("850", 1);
            amazon.place(EdiFixture.order(NASTY));
            amazon.files("850", 2);
            amazon.send(EdiFixture.interchange(9, "PR", "004010", "855", "BAK*00*AC*4TG7Q2PX*20260302",
                "PO1*1*24*EA*12.5*NT*UP*614141000104",
                "ACK*IA*25*EA", "CTT*1*24"));
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1400, 1200));
            page.setDefaultTimeout(PATIENCE_MS);
            List<String> problems = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> problems.add(message.type() + " " + message.text()));
            page.onPageError(problems::add);
            page.navigate(amazon.base() + "/_sim/");
            PlaywrightAssertions.assertThat(cell(page, "orders", "4TG7Q2PX")).isVisible();
            PlaywrightAssertions.assertThat(cell(page, "orders", NASTY)).isVisible();
            assertThat(page.locator("#x").count()).as("markup of a vendor's").isZero();
            PlaywrightAssertions.assertThat(page.locator("#orders")).containsText("850 sent, 997: waiting");
            PlaywrightAssertions.assertThat(page.locator("#received")).containsText("REFUSED, 997 A");
            PlaywrightAssertions.assertThat(page.locator("#received")).containsText("QUANTITY_ABOVE_ORDER");
            page.getByText("+1 day").click();
            PlaywrightAssertions.assertThat(page.locator("#now")).containsText("2026-03-03 16:15");
            page.fill("#kind", "error503");
            page.getByText("Set fault").click();
            PlaywrightAssertions.assertThat(cell(page, "faults", "error503")).isVisible();
            page.fill("#kind", "no such fault");
            page.getByText("Set fault").click();
            PlaywrightAssertions.assertThat(page.locator("#problem")).containsText("is none of");
            page.getByText("Clear faults").click();
            PlaywrightAssertions.assertThat(page.locator("#faults")).containsText("none yet");
            page.fill("#count", "3");
            page.getByText("Place orders").click();
            PlaywrightAssertions.assertThat(page.locator("#orders tr")).hasCount(6);
            cell(page, "orders", "4TG7Q2PX").click();
            PlaywrightAssertions.assertThat(page.locator("#order")).containsText("\"purchaseOrderNumber\": \"4TG7Q2PX\"");
            assertThat(problems).filteredOn(text -> !text.contains("403") && !text.contains("400")).isEmpty();
        }
    }

    private static Locator cell(Page page, String table, String text) {
        return page.locator("#" + table + " td", new Page.LocatorOptions()).getByText(text, new Locator.GetByTextOptions().setExact(true));
    }
}
