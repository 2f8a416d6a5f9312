package dev.parley.env.mpe;

/** In which order a particle's position and velocity move on. */
public enum Physics {
  /**
   * The position first, by the velocity of before: {@code p += v dt; v = 0.75 v + F dt}. MPE2, and
   * PettingZoo from speaker-listener v4 and reference v3 on.
   */
  CURRENT,
  /**
   * The velocity first: {@code v = 0.75 v + F dt; p += v dt}. OpenAI's MPE, and what JaxMARL has.
   */
  OLD
}
