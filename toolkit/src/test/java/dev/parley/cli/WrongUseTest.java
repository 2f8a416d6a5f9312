package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong values: each is one line that has the value and what is allowed, and exit code 2. */
class WrongUseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--codebook=1            | codebook: got 1, allowed: 2 or more",
        "--seq-len=0             | seqLen: got 0, allowed: 1 or more",
        "--latent=0              | latent: got 0, allowed: 1 or more",
        "--hidden=1              | hidden: got 1, allowed: 2 or more",
        "--pretrain=-1           | pretrain: got -1, allowed: 0 or more",
        "--rounds=-3             | rounds: got -3, allowed: 1 or more",
        "--batch=0               | batch: got 0, allowed: 1 or more",
        "--learning-rate=NaN     | learningRate: got NaN, allowed: a finite number above 0",
        "--learning-rate=0       | learningRate: got 0.0, allowed: a finite number above 0",
        "--entropy=-1            | entropy: got -1.0, allowed: a finite number, 0 or more",
        "--clip=0                | clip: got 0.0, allowed: a finite number above 0",
        "--clip=NaN              | clip: got NaN, allowed: a finite number above 0",
        "--holdout=1             | holdout: got 1.0, allowed: 0.0 to 0.9",
        "--reflection=0,-1       | reflection λ_predict: got -1.0, allowed: a finite number",
        "--reflection=NaN,0      | reflection λ_refl: got NaN, allowed: a finite number",
        "--reflection=1          | '--reflection': got '1', allowed: two numbers",
        "--reflection=1,2,3      | '--reflection': got '1,2,3', allowed: two numbers",
        "--reflection=a,b        | '--reflection': got 'a,b', allowed: two numbers",
        "--environment=chess     | '--environment': got 'chess', allowed: dilemma, contextual,",
        "--dataset=cifar         | '--dataset': got 'cifar', allowed: digits, mnist:DIR,",
        "--dataset=digits:2      | '--dataset': got 'digits:2', allowed: digits, mnist:DIR,",
        "--dataset=mnist         | '--dataset': got 'mnist', allowed: digits, mnist:DIR,",
        "--dataset=mnist:        | '--dataset': got 'mnist:', allowed: digits, mnist:DIR,",
        "--dataset=signals:1,5   | '--dataset': classes: got 1, allowed: 2 or more",
        "--dataset=signals:2,0   | '--dataset': dimensions: got 0, allowed: 1 or more",
        "--dataset=signals:2.7,5 | '--dataset': got 'signals:2.7,5', allowed: signals:CLASSES",
        "--dataset=signals:5     | '--dataset': got 'signals:5', allowed: signals:CLASSES",
        "--dataset=signals:2,1e9 | '--dataset': got 'signals:2,1e9', allowed: signals:CLASSES",
        "--dataset=signals:9,99999999 | '--dataset': signals: got 9 classes x 100 samples",
        "--preset=fixed          | '--preset': got 'fixed', allowed: corrected, published",
        "--actions=feet          | '--actions': expected one of [HALVES, HEAD]",
        "--rounds=many           | '--rounds': got 'many', allowed: a whole number",
        "--rounds=3000000000     | '--rounds': got '3000000000', allowed: a whole number up to 2147483647",
        "--seed=1.5              | '--seed': got '1.5', allowed: a whole number",
        "--entropy=0,1           | '--entropy': got '0,1', allowed: a number such as 0.01",
        "--rounds                | Missing required parameter for option '--rounds'",
        "--seed=1 --seed=2       | option '--seed' (N) should be specified only once",
        "--rond=3                | Unknown option: '--rond=3'; did you mean --rounds?",
        "AIM                     | Unmatched argument at index 1: 'AIM'",
      })
  void wrongValue(String options, String expected) {
    List<String> arguments = new ArrayList<>(List.of("run"));
    arguments.addAll(List.of(options.split(" ")));
    Said said = Said.by(arguments);
    assertEquals(2, said.code());
    assertEquals("", said.out());
    assertEquals(1, said.errors().size(), said.err());
    assertTrue(said.err().contains(expected), said.err());
    assertTrue(said.err().startsWith("parley run: "), said.err());
    assertTrue(said.err().strip().endsWith(" (parley run --help)"), said.err());
  }
}
