package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static io.github.ddevbak.store.SampleRecords.good;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a set in a process of its own. Arguments: the destination, how many artefacts of 16 bytes, and {@code seal} or
 * {@code die}, which ends the process in the middle of sealing, as a kill would.
 */
final class SealingProgram {
    private SealingProgram() {}

    public static void main(String[] arguments) {
        Destination destination = new Destination(Path.of(arguments[0]));
        destination.prepare();
        try (Staging staging = destination.stage(SHOP, NOW.plusSeconds(60), "")) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                Files.writeString(staging.file("config/" + i), "sixteen bytes.\n\n");
            }
            staging.seal(artefacts -> good(staging.id(), artefacts), record -> guide(arguments[2]));
            System.out.println("sealed " + staging.id());
        } catch (IOException refused) {
            System.out.println("refused: " + Reason.of(refused));
        }
    }

    private static String guide(String ending) {
        if (ending.equals("die")) {
            Runtime.getRuntime().halt(137);
        }
        return "guide";
    }
}
