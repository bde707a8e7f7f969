package io.github.ddevbak.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build put it into the jar. */
public final class Version implements IVersionProvider {

    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ddevbak " + text()};
    }
}
