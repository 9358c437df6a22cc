// SPDX-License-Identifier: Apache-2.0
package io.acornhub.interchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one stage does to one document: collected first, then written by {@link Documents#apply} in the stage's one
 * transaction together with its timeline, faults, holds and search keys.
 */
public final class DocumentChange {
    /** A value to find the document by. */
    public record Key(String kind, String value) {
    }

    /** Why a document stands; {@code blocking} where nobody may release it. */
    record Hold(Fault reason, boolean blocking) {
    }

    final String id;
    final List<Event> events = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();
    final List<Hold> holds = new ArrayList<>();
    final List<Key> keys = new ArrayList<>();
    final List<String> stagesDone = new ArrayList<>();
    final Map<Light, Light.Colour> lights;
    DocumentState state;
    String stage;
    String canonicalType;
    String canonical;
    String businessKey;
    String vendorCode;
    String partner;
    String outgoingId;
    String groupControl;
    String setControl;
    String releasedBy;
    Instant acknowledgmentDue;
    int eventSeq;
    String eventHash;

    public DocumentChange(Document document) {
        id = document.id();
        lights = new EnumMap<>(document.lights());
        state = document.state();
        stage = document.stage();
        canonicalType = document.canonicalType();
        canonical = document.canonical();
        businessKey = document.businessKey();
        vendorCode = document.vendorCode();
        partner = document.partner();
        outgoingId = document.outgoingId();
        groupControl = document.groupControl();
        setControl = document.setControl();
        releasedBy = document.releasedBy();
        acknowledgmentDue = document.acknowledgmentDue();
        eventSeq = document.eventSeq();
        eventHash = document.eventHash();
    }

    public String id() {
        return id;
    }

    public DocumentChange state(DocumentState next) {
        state = next;
        return this;
    }

    /** The state it will have. */
    public DocumentState state() {
        return state;
    }

    /** What the last event of the change says; null without one. */
    public String lastWords() {
        return events.isEmpty() ? null : events.get(events.size() - 1).detail();
    }

    /** Marks the stage's database work as done: the other half of the transaction protocol. */
    public DocumentChange done(String stageName) {
        stage = stageName.length() > 20 ? stageName.substring(0, 20) : stageName;
        stagesDone.add(stageName);
        return this;
    }

    public DocumentChange light(Light light, Light.Colour colour) {
        lights.put(light, colour);
        return this;
    }

    public DocumentChange event(String stageName, String what, String detail) {
        Event event = Event.next(id, eventSeq, eventHash, Instant.now(), stageName, what, detail);
        events.add(event);
        eventSeq = event.seq();
        eventHash = event.hash();
        return this;
    }

    public DocumentChange faults(List<Fault> found) {
        faults.addAll(found);
        return this;
    }

    public DocumentChange hold(Fault reason) {
        holds.add(new Hold(reason, false));
        return this;
    }

    /** A hold that cannot be released: the document is corrected at its source and sent anew, or dropped. */
    public DocumentChange block(Fault reason) {
        holds.add(new Hold(reason, true));
        return this;
    }

    public DocumentChange key(String kind, String value) {
        if (value != null && !value.isBlank()) {
            keys.add(new Key(kind, value.length() > 120 ? value.substring(0, 120) : value));
        }
        return this;
    }

    public DocumentChange canonical(String type, String json) {
        canonicalType = type;
        canonical = json;
        return this;
    }

    public DocumentChange business(String key, String vendor) {
        businessKey = key;
        vendorCode = vendor;
        return this;
    }

    public DocumentChange partner(String name) {
        partner = name;
        return this;
    }

    public DocumentChange releasedBy(String who) {
        releasedBy = who;
        return this;
    }

    public DocumentChange leaves(String interchangeId, String group, String set, Instant due) {
        outgoingId = interchangeId;
        groupControl = group;
        setControl = set;
        acknowledgmentDue = due;
        return this;
    }
}
