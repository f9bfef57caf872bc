package org.nuxeo.runtime.api;

/** As much of Nuxeo's as the sample needs. */
public final class Framework {

    private Framework() {
    }

    /** What nuxeo.conf says: here, of one property alone. */
    public static String getProperty(String name) {
        return name.equals("nuxeo.url") ? "https://nuxeo.example:8443/nuxeo" : null;
    }
}
