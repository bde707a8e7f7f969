package io.github.ddevbak.store;

import io.github.ddevbak.project.Printable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file operation failed, in words: the bare messages of many exceptions are only a path. */
public final class Reason {
    private Reason() {}

    public static String of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "it is not there";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (failure instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (failure instanceof FileSystemLoopException) {
            return "its links lead in a circle";
        }
        String told = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
        if (failure instanceof FileNotFoundException && told != null && told.endsWith(")")) {
            // java.io's streams say "path (reason)" for any reason a file cannot be opened.
            told = told.substring(told.lastIndexOf('(') + 1, told.length() - 1);
        }
        return Printable.text(
                told == null || told.isBlank() ? failure.getClass().getSimpleName() : told.strip());
    }
}
