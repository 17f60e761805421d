package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.novum.report.Literature.Citation;
import org.novum.report.Literature.Folder;
import org.novum.report.Literature.Source;

/** The literature of {@code findings.json}, with its fixed order of keys. */
final class LiteratureJson {
    private LiteratureJson() {}

    static JsonNode write(Literature literature) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode folders = root.putArray("folders");
        literature.folders().forEach(folder -> folders.addObject()
                .put("folder", folder.folder())
                .put("sha256", folder.sha256())
                .put("works", folder.works())
                .put("problems", folder.problems()));
        ArrayNode passages = root.putArray("passages");
        literature.passages().forEach(passage -> passages.addObject()
                .put("key", passage.key())
                .put("work", passage.work())
                .put("title", passage.title())
                .put("authors", passage.authors())
                .put("year", passage.year())
                .put("identifier", passage.identifier())
                .put("file", passage.file())
                .put("page", passage.page())
                .put("sha256", passage.sha256()));
        ArrayNode citations = root.putArray("citations");
        literature.citations().forEach(citation -> {
            ObjectNode node = citations.addObject()
                    .put("round", citation.round())
                    .put("proposer", citation.proposer())
                    .put("hypothesis", citation.hypothesis());
            citation.cited().forEach(node.putArray("cited")::add);
            citation.dropped().forEach(node.putArray("dropped")::add);
        });
        return root;
    }

    static Literature read(Place literature) {
        return new Literature(
                literature.at("folders").elements().stream()
                        .map(folder -> new Folder(
                                folder.at("folder").text(),
                                folder.at("sha256").text(),
                                (int) folder.at("works").integer(),
                                (int) folder.at("problems").integer()))
                        .toList(),
                literature.at("passages").elements().stream().map(LiteratureJson::passage).toList(),
                literature.at("citations").elements().stream()
                        .map(citation -> new Citation(
                                (int) citation.at("round").integer(),
                                citation.at("proposer").text(),
                                citation.at("hypothesis").text(),
                                citation.at("cited").elements().stream().map(Place::text).toList(),
                                citation.at("dropped").elements().stream().map(Place::text).toList()))
                        .toList());
    }

    private static Source passage(Place passage) {
        return new Source(
                passage.at("key").text(),
                passage.at("work").text(),
                passage.at("title").text(),
                passage.at("authors").text(),
                passage.at("year").text(),
                passage.at("identifier").text(),
                passage.at("file").text(),
                (int) passage.at("page").integer(),
                passage.at("sha256").text());
    }
}
