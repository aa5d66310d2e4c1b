// SPDX-License-Identifier: Apache-2.0
package mockportal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of the control endpoints, so that the jar needs no other: objects, lists, texts, numbers as Double, true, false, null. */
public final class Json {
    private static final int DEEPEST = 64;
    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    public static Object read(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.blanks();
        if (reader.at != text.length()) throw reader.wrong("something after the value");
        return value;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number) {
            double number = ((Number) value).doubleValue();
            out.append(number == Math.rint(number) && Math.abs(number) < 1e15 ? Long.toString((long) number) : value.toString());
        } else if (value instanceof Map) {
            char before = '{';
            for (Map.Entry<?, ?> each : ((Map<?, ?>) value).entrySet()) {
                out.append(before);
                write(String.valueOf(each.getKey()), out);
                out.append(':');
                write(each.getValue(), out);
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Iterable) {
            char before = '[';
            for (Object each : (Iterable<?>) value) {
                out.append(before);
                write(each, out);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else {
            out.append('"');
            for (char c : value.toString().toCharArray()) {
                if (c == '"' || c == '\\') out.append('\\').append(c);
                else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
                else out.append(c);
            }
            out.append('"');
        }
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw wrong("nested too deeply");
        blanks();
        char c = at < text.length() ? text.charAt(at) : 0;
        switch (c) {
            case '{': {
                Map<String, Object> object = new LinkedHashMap<>();
                at++;
                blanks();
                if (take('}')) return object;
                do {
                    blanks();
                    String name = string();
                    blanks();
                    expect(':');
                    object.put(name, value(depth + 1));
                    blanks();
                } while (take(','));
                expect('}');
                return object;
            }
            case '[': {
                List<Object> list = new ArrayList<>();
                at++;
                blanks();
                if (take(']')) return list;
                do {
                    list.add(value(depth + 1));
                    blanks();
                } while (take(','));
                expect(']');
                return list;
            }
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                int begin = at;
                while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) at++;
                try {
                    return Double.valueOf(text.substring(begin, at));
                } catch (NumberFormatException error) {
                    throw wrong("no value");
                }
        }
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) throw wrong("no value");
        at += word.length();
        return value;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') return out.toString();
            if (c != '\\') {
                out.append(c);
                continue;
            }
            if (at >= text.length()) break;
            char escape = text.charAt(at++);
            int simple = "\"\\/bfnrt".indexOf(escape);
            if (simple >= 0) {
                out.append("\"\\/\b\f\n\r\t".charAt(simple));
            } else if (escape == 'u' && at + 4 <= text.length()) {
                out.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                at += 4;
            } else {
                throw wrong("no escape");
            }
        }
        throw wrong("a text without an end");
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    }

    private boolean take(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) throw wrong("no " + c);
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("JSON, at " + at + ": " + what);
    }
}
