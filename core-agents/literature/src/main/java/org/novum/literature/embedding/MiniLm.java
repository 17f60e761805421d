package org.novum.literature.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;

/**
 * The quantised all-MiniLM-L6-v2, in this process: 384 dimensions, texts of up to 256 word pieces.
 *
 * <p>Machines differ in the last bits of its vectors, so what it finds is recorded and never computed again in a replay.
 *
 * <p>Source: W. Wang et al., MiniLM, NeurIPS 33 (2020); N. Reimers and I. Gurevych, Sentence-BERT, EMNLP (2019).
 */
public final class MiniLm implements Embedder {
    private final AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);

    @Override
    public List<float[]> embed(List<String> texts) {
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(Embedding::vector)
                .toList();
    }
}
