package io.github.ddevbak.git;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One walk over the folders that git status names only as a whole; bounded, and it says where it stopped. */
final class FolderWalk {
    /** Entries that are looked at in all. */
    private static final int ENTRIES = 300_000;

    /** Folders in each other, below the one that git named. */
    private static final int DEPTH = 16;

    /** Composer puts a package's repository at {@code vendor/<who>/<what>}. */
    private static final int VENDOR_DEPTH = 2;

    private static final String VENDOR = "vendor";

    /** Below an ignored folder, these hold what came with a package. */
    private static final Set<String> INSTALLED = Set.of(VENDOR, "tests", "test", "Tests", "fixtures");

    /** Made again by a tool, very many, and nobody's place for work. */
    private static final Set<String> PASSED_BY = Set.of(
            "node_modules",
            "bower_components",
            "jspm_packages",
            ".npm",
            ".yarn",
            ".pnpm-store",
            ".cache",
            "cache",
            "__pycache__",
            "db_snapshots",
            "typo3temp",
            "_processed_");

    private final Layout layout;
    private final Set<Path> leftOut;
    private final Set<String> ignored;
    private final int entries;
    private final Unseen.Found found = new Unseen.Found();
    private int seen;

    private FolderWalk(Layout layout, Set<Path> leftOut, Set<String> ignored, int entries) {
        this.layout = layout;
        this.leftOut = leftOut;
        this.ignored = ignored;
        this.entries = entries;
    }

    /**
     * Looks into what the status says is untracked or ignored.
     *
     * @param leftOut work trees that are looked at by themselves
     */
    static Unseen of(Layout layout, Status status, Set<Path> leftOut) {
        return of(layout, status, leftOut, ENTRIES);
    }

    static Unseen of(Layout layout, Status status, Set<Path> leftOut, int entries) {
        FolderWalk walk = new FolderWalk(layout, leftOut, new HashSet<>(status.ignored()), entries);
        status.ignored().forEach(walk::ignored);
        status.untracked().stream().filter(path -> path.endsWith("/")).forEach(path -> {
            if (!walk.enter(path, new Place(false, 0, false))) {
                walk.found.hollow.add(path);
            }
        });
        return walk.found.unseen();
    }

    /** Looks into a folder of which Git has nothing at all; what is precious in it is lost with the rest. */
    static Unseen repositoriesBelow(Path folder) {
        FolderWalk walk = new FolderWalk(new Layout(folder, folder, folder, folder), Set.of(), Set.of(), ENTRIES);
        walk.children(folder, "", new Place(false, 0, false));
        return walk.found.unseen();
    }

    /**
     * How a folder is looked at.
     *
     * @param ignored whether Git was told to ignore it
     * @param depth below the folder that git named
     * @param installed whether a package manager fills it, so that no file in it is precious
     */
    private record Place(boolean ignored, int depth, boolean installed) {

        Place below(String name) {
            return new Place(ignored, depth + 1, installed || INSTALLED.contains(name));
        }
    }

    private void ignored(String path) {
        if (path.endsWith("/")) {
            String parents = "/" + path;
            enter(path, new Place(true, 0, parents.contains("/" + VENDOR + "/")));
        } else {
            precious(path);
        }
    }

    private void precious(String path) {
        if (path.startsWith(layout.prefix())) {
            String inside = path.substring(layout.prefix().length());
            if (PreciousFiles.lostWithout(layout.folder(), inside)) {
                found.precious.add(inside);
            }
        }
    }

    /** Whether the folder holds anything besides repositories of their own. */
    private boolean enter(String path, Place place) {
        return path(path)
                .filter(folder -> !Files.isSymbolicLink(folder))
                .map(folder -> enter(folder, path, place))
                .orElse(true);
    }

    private boolean enter(Path folder, String path, Place place) {
        if (leftOut.contains(folder)) {
            return false;
        }
        if (isRepository(folder, place.ignored())) {
            Unseen.Kept kept = place.ignored() ? Unseen.Kept.IGNORED : Unseen.Kept.NOTHING;
            found.nested.add(new Unseen.Nested(path, folder, kept));
            return false;
        }
        if (PASSED_BY.contains(name(path))) {
            found.passedBy.add(path);
            return true;
        }
        if (tooFar(place)) {
            found.notReached.add(path);
            return true;
        }
        return children(folder, path, place);
    }

    private boolean tooFar(Place place) {
        return seen >= entries || place.depth() > DEPTH;
    }

    private boolean children(Path folder, String path, Place place) {
        boolean loose = false;
        for (Path child : list(folder, path)) {
            String name = child.getFileName().toString();
            String inside = path + name;
            boolean directory = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
            if (!place.ignored() && ignored.contains(directory ? inside + "/" : inside)) {
                continue;
            }
            if (!directory) {
                loose = true;
                if (place.ignored() && !place.installed()) {
                    precious(inside);
                }
            } else if (!deepInVendor(inside)) {
                loose |= enter(inside + "/", place.below(name));
            }
        }
        return loose;
    }

    /** A package's inside holds no repository of its own. */
    private static boolean deepInVendor(String path) {
        int vendor = ("/" + path).indexOf("/" + VENDOR + "/");
        if (vendor < 0) {
            return false;
        }
        String below = path.substring(vendor + VENDOR.length() + 1);
        return below.chars().filter(c -> c == '/').count() >= VENDOR_DEPTH;
    }

    private List<Path> list(Path folder, String path) {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> each = Files.newDirectoryStream(folder)) {
            for (Path child : each) {
                if (++seen > entries) {
                    found.notReached.add(path);
                    break;
                }
                children.add(child);
            }
        } catch (IOException | DirectoryIteratorException e) {
            found.notReached.add(path);
        }
        children.sort(null);
        return children;
    }

    /** A copied work tree takes its {@code .git} file along, which then points nowhere; no history is behind it. */
    private boolean isRepository(Path folder, boolean ignored) {
        Path dotGit = folder.resolve(".git");
        return Files.exists(dotGit, LinkOption.NOFOLLOW_LINKS) && !(ignored && GitPointer.leadsNowhere(dotGit));
    }

    private Optional<Path> path(String path) {
        try {
            return Optional.of(layout.toplevel().resolve(path).normalize());
        } catch (InvalidPathException e) {
            found.notReached.add(path);
            return Optional.empty();
        }
    }

    private static String name(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }
}
