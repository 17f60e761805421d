package org.novum.models.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a model. All but Ollama speak OpenAI's chat completions; the addresses are those of the providers' own
 * documentation and can be replaced by {@code baseUrl}.
 */
public enum Provider {
    /** Alibaba Cloud Model Studio. */
    QWEN("https://dashscope.aliyuncs.com/compatible-mode/v1", "DASHSCOPE_API_KEY", "qwen-plus"),
    /** DeepSeek. */
    DEEPSEEK("https://api.deepseek.com/v1", "DEEPSEEK_API_KEY", "deepseek-chat"),
    /** MiniMax. */
    MINIMAX("https://api.minimaxi.com/v1", "MINIMAX_API_KEY", "MiniMax-M2"),
    /** Tencent Hunyuan. */
    HUNYUAN("https://api.hunyuan.cloud.tencent.com/v1", "HUNYUAN_API_KEY", "hunyuan-turbos-latest"),
    /** Baidu Qianfan. */
    ERNIE("https://qianfan.baidubce.com/v2", "QIANFAN_API_KEY", "ernie-4.5-turbo-128k"),
    /** ModelScope's inference service. */
    MODELSCOPE("https://api-inference.modelscope.cn/v1", "MODELSCOPE_API_KEY", "Qwen/Qwen3-235B-A22B-Instruct-2507"),
    /** A vLLM server of one's own. */
    VLLM("http://localhost:8000/v1", null, null),
    /** An Ollama server of one's own. */
    OLLAMA("http://localhost:11434", null, null),
    /** Any server with OpenAI's chat completions. */
    OPENAI_COMPATIBLE(null, null, null);

    private final @Nullable String address;
    private final @Nullable String keyVariable;
    private final @Nullable String model;

    Provider(@Nullable String address, @Nullable String keyVariable, @Nullable String model) {
        this.address = address;
        this.keyVariable = keyVariable;
        this.model = model;
    }

    /** Its usual address. */
    public Optional<URI> address() {
        return Optional.ofNullable(address).map(URI::create);
    }

    /** Name of the variable that usually holds its key; empty where none is needed. */
    public Optional<String> keyVariable() {
        return Optional.ofNullable(keyVariable);
    }

    /** The model that is taken when none is named. */
    public Optional<String> usualModel() {
        return Optional.ofNullable(model);
    }

    /** Its name in a study: lower case, words joined by hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The provider of this name. */
    public static Optional<Provider> named(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
