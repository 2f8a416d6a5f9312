package dev.parley.tensor;

/** {@link Bounds} by loops on the JVM's arrays. */
final class CpuBounds implements BoundKernels {

  private final Tape tape;

  CpuBounds(Tape tape) {
    this.tape = tape;
  }

  private float[] target(Matrix c, boolean accumulate) {
    return accumulate ? tape.hostUpdate(c) : tape.hostWrite(c);
  }

  @Override
  public void exponential(Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    Exp exp = new Exp();
    tape.emit(() -> ElementLoops.exponentials(source, target, exp));
  }

  @Override
  public void logarithm(Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            target[i] = (float) Math.log(Math.max(Bounds.LEAST, source[i]));
          }
        });
  }

  @Override
  public void logarithmGradient(Matrix x, Matrix dy, Matrix dx, boolean accumulate) {
    float[] source = tape.hostRead(x);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(dx, accumulate);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            float passed = source[i] > Bounds.LEAST ? gradient[i] / source[i] : 0;
            target[i] = accumulate ? target[i] + passed : passed;
          }
        });
  }

  @Override
  public void clamp(Matrix x, float low, float high, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            target[i] = Math.min(high, Math.max(low, source[i]));
          }
        });
  }

  @Override
  public void clampGradient(
      Matrix x, float low, float high, Matrix dy, Matrix dx, boolean accumulate) {
    float[] source = tape.hostRead(x);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(dx, accumulate);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            float passed = source[i] >= low && source[i] <= high ? gradient[i] : 0;
            target[i] = accumulate ? target[i] + passed : passed;
          }
        });
  }

  @Override
  public void minimum(Matrix a, Matrix b, Matrix c) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] target = tape.hostWrite(c);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            target[i] = Math.min(left[i], right[i]);
          }
        });
  }

  @Override
  public void minimumGradient(
      Matrix a, Matrix b, boolean second, Matrix dy, Matrix into, boolean accumulate) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(into, accumulate);
    tape.emit(
        () -> {
          for (int i = 0; i < target.length; i++) {
            float passed = left[i] > right[i] == second ? gradient[i] : 0;
            target[i] = accumulate ? target[i] + passed : passed;
          }
        });
  }
}
