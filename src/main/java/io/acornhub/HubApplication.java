// SPDX-License-Identifier: Apache-2.0
package io.acornhub;

import io.acornhub.operations.commands.HubCommands;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The one program: without a command, or with {@code run}, it runs the hub; with another ({@code check}, {@code translate}) it
 * answers and ends.
 */
@SpringBootApplication
public class HubApplication {

    public static void main(String[] args) {
        if (HubCommands.isCommand(args)) {
            System.exit(HubCommands.run(args));
        }
        boolean named = args.length > 0 && args[0].equals("run");
        SpringApplication hub = new SpringApplication(HubApplication.class);
        hub.addListeners(new EndWhenBroken());
        hub.run(named ? Arrays.copyOfRange(args, 1, args.length) : args);
    }
}
