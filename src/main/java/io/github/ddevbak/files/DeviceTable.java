package io.github.ddevbak.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The file systems that one run meets, each asked about once. */
final class DeviceTable {
    static final int NONE = -1;

    private final Map<Long, Integer> places = new HashMap<>();
    private final List<Device> steady = new ArrayList<>();
    private long last;
    private int lastPlace = NONE;

    /** The place in the list of the steady ones; {@link #NONE} where files on it are always read. */
    int place(long number, Path folder) {
        if (lastPlace == NONE || number != last) {
            last = number;
            lastPlace = places.computeIfAbsent(number, unknown -> ask(number, folder));
        }
        return lastPlace;
    }

    Device at(int place) {
        return steady.get(place);
    }

    List<Device> all() {
        return List.copyOf(steady);
    }

    private int ask(long number, Path folder) {
        Device device = Device.of(number, folder);
        if (!device.steady() || steady.size() == CacheHeader.DEVICES) {
            return NONE;
        }
        steady.add(device);
        return steady.size() - 1;
    }
}
