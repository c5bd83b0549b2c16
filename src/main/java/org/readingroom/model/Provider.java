package org.readingroom.model;

/** Says what kind of server a language model is reached at. */
public enum Provider {
  /** None: answers are made of the documents' own sentences. */
  EXTRACTIVE,
  /** Any server with OpenAI's chat completions, such as vLLM, LM Studio or llama.cpp's. */
  OPENAI,
  /** Ollama. */
  OLLAMA,
  /** Anthropic's messages API. */
  ANTHROPIC,
  /** Google's Gemini API. */
  GEMINI
}
