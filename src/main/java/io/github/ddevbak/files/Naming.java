package io.github.ddevbak.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the names of a manifest relative to the approot, and remembers which folders they are in. */
final class Naming implements Recorded.Names {
    private static final int MANY = 1000;

    private final byte[] approot;
    private final RawPath root;
    private final TreeSet<RawPath> folders = new TreeSet<>((a, b) -> RawPath.inWalkOrder(a, true, b, true));

    /**
     * @param approot without links
     * @param root what names are relative to, itself relative to the approot; empty for the approot
     */
    Naming(Path approot, String root) {
        this.approot =
                RawPath.of(approot.resolve("x")).parent().child(RawPath.EMPTY).bytes();
        this.root = RawPath.of(root);
    }

    /** An absolute name is one too, where it lies in the project. */
    @Override
    public RawPath path(byte[] written) throws MalformedLineException {
        boolean inside = written.length > approot.length
                && Arrays.equals(written, 0, approot.length, approot, 0, approot.length);
        RawPath path = inside
                ? ManifestLine.relative(Arrays.copyOfRange(written, approot.length, written.length))
                : root.child(ManifestLine.relative(written));
        remember(path.parent());
        return path;
    }

    /** Keeps the outermost folders only; where these are very many, those they lie in. */
    private void remember(RawPath folder) {
        @Nullable RawPath before = folders.floor(folder);
        if (before != null && folder.within(before)) {
            return;
        }
        for (RawPath below = folders.higher(folder); below != null && below.within(folder); ) {
            folders.remove(below);
            below = folders.higher(folder);
        }
        folders.add(folder);
        if (folders.size() > MANY) {
            List<RawPath> all = List.copyOf(folders);
            folders.clear();
            all.forEach(one -> remember(one.parent()));
        }
    }

    /** The outermost folders that hold a name; none where the whole project does, which is no upload directory. */
    List<String> folders() {
        return folders.contains(RawPath.EMPTY)
                ? List.of()
                : folders.stream()
                        .filter(RawPath::utf8)
                        .map(RawPath::text)
                        .sorted()
                        .toList();
    }
}
