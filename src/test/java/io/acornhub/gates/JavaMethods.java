// SPDX-License-Identifier: Apache-2.0
package io.acornhub.gates;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of a Java file and how long they are, by the JDK's own parser. */
final class JavaMethods {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /** Kept, since opening it costs more than reading every file. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);
    private static final List<String> OPTIONS = List.of("-proc:none", "-classpath", "");

    private JavaMethods() {
    }

    /** @param lines from the signature or its first annotation to the closing brace */
    record Method(String name, int line, int lines) {
    }

    static List<Method> in(String path, String source) {
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, problem -> { }, OPTIONS, null, List.of(file));
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Method> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                LineMap lines = unit.getLineMap();
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        int first = (int) lines.getLineNumber(positions.getStartPosition(unit, method));
                        int last = (int) lines.getLineNumber(positions.getEndPosition(unit, method));
                        found.add(new Method(method.getName().toString(), first, last - first + 1));
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
