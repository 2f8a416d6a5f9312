package dev.parley.agent.aim;

import dev.parley.env.Role;
import dev.parley.nn.Mlp;
import dev.parley.random.Streams;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import java.util.List;

/**
 * Everything that learns during the game. Each part draws its initial values from a stream of its
 * own, so that switching one off leaves the others as they were.
 *
 * @param voices the codebook of each agent
 * @param agents a and b
 * @param reflectors the reflection heads of each
 * @param critic of the joint reward
 */
record Nets(List<Voice> voices, List<Agent> agents, List<Reflector> reflectors, Mlp critic) {

  static Nets of(Aim plan, Graph graph, Parameters parameters, int classes, Streams streams) {
    List<Role> roles = plan.setup().environment().roles();
    Voice voiceA = Voice.on(graph, plan.codebook(), plan.latent());
    Voice voiceB = Voice.on(graph, plan.codebook(), plan.latent());
    boolean bSees = roles.get(1).seesSignal();
    Streams ofA = streams.child("a");
    Streams ofB = streams.child("b");
    Agent a = new Agent(plan, parameters, classes, true, false, voiceA, ofA);
    Agent b = new Agent(plan, parameters, classes, bSees, true, voiceB, ofB);
    int message = Agent.messageWidth(plan);
    int signal = plan.latent() + Agent.LABEL;
    int stateB = message + (bSees ? signal : 0);
    boolean shared = plan.trunk() == Trunk.SHARED;
    Reflector reflectorA =
        new Reflector(
            plan,
            parameters,
            message + (shared ? plan.hidden() : signal),
            message + (shared ? plan.hidden() : Agent.LABEL),
            ofA);
    Reflector reflectorB =
        new Reflector(
            plan,
            parameters,
            message + (shared ? plan.hidden() : stateB),
            shared ? message + plan.hidden() : stateB,
            ofB);
    boolean judgesMessage = plan.critic() == CriticInput.STATE_AND_MESSAGE;
    Mlp critic =
        new Mlp(
            parameters,
            signal + (judgesMessage ? message : 0),
            2 * plan.hidden(),
            1,
            streams.stream("critic"));
    return new Nets(
        List.of(voiceA, voiceB), List.of(a, b), List.of(reflectorA, reflectorB), critic);
  }
}
