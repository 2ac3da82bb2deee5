import type { StatementId } from "@grokscape/theory";
import type { Locale } from "../site/locales.ts";

/** A statement as a formula, and what it means for a network that learns. */
export interface Explained {
  /** LaTeX. */
  readonly formula: string;
  readonly means: Readonly<Record<Locale, string>>;
  /** Why it is so, a paragraph a step; only of what no paper proves. */
  readonly proof?: Readonly<Record<Locale, readonly string[]>>;
}

/** Every statement that has a page, in the form that holds. */
export const explained: Readonly<Partial<Record<StatementId, Explained>>> = {
  "equation-4": {
    formula: String.raw`G_F(\infty) = \eta\,(\tilde F\tilde F^\top+\eta I)^{-1}\,\tilde Y\tilde Y^\top\tilde F\,(\tilde F^\top\tilde F+\eta I)^{-1}`,
    means: {
      en: "When the last layer has fitted the examples, almost nothing is left to tell the hidden nodes. What is left is kept open by the weight decay η. It is small, and it points the right way: along the target as the features see it.",
      "zh-cn":
        "末层拟合好样本之后，几乎不再有什么可以告诉隐藏节点。剩下的那一点由权重衰减 η 撑着：它很小，方向却是对的，正是特征眼中的目标。",
    },
  },
  "proposition-1": {
    formula: String.raw`G_F(t) = \tilde Y V_0^\top + t\,\tilde Y\tilde Y^\top\tilde F + O(\alpha t) + O(t^2)\;\longrightarrow\; G_F(\infty)`,
    means: {
      en: "First the hidden nodes hear noise, the random last layer. A signal grows in it as the last layer learns. Then the signal sinks to its small resting value, exponentially fast.",
      "zh-cn":
        "隐藏节点起初听到的是噪声，来自随机的末层。末层一学，信号便从噪声里长出来，随后又以指数速度落到很小的静止值。",
    },
  },
  "proposition-2": {
    formula: String.raw`G_F(t) = \tilde Y V_0^\top + t\,\tilde Y\tilde Y^\top\tilde F + O(\alpha t + t^2)`,
    means: {
      en: "At the very beginning weight decay plays no part. It decides what comes later.",
      "zh-cn": "最初的一小段时间里，权重衰减不起作用；它决定的是后来。",
    },
  },
  "proposition-3": {
    formula: String.raw`\eta = 0:\qquad \lVert G_F(t)\rVert = O\bigl(e^{-\sigma_{\min}^2(\tilde F)\,t}\bigr)`,
    means: {
      en: "Without weight decay the message to the hidden nodes dies out altogether. The network has memorised, and nothing drives it on.",
      "zh-cn": "没有权重衰减，传给隐藏节点的信息就彻底消失：网络记住了，再没有什么推动它前进。",
    },
  },
  "proposition-4": {
    formula: String.raw`\eta > 0:\qquad \lVert G_F(t)-G_F(\infty)\rVert = O\bigl(e^{-(\sigma_{\min}^2(\tilde F)+\eta)\,t}\bigr),\quad G_F(\infty)\neq 0`,
    means: {
      en: "With weight decay the message settles at something that is not nothing. From there understanding can begin.",
      "zh-cn": "有权重衰减，信息会停在一个不为零的值上。领悟就从这里开始。",
    },
  },
  "lemma-1": {
    formula: String.raw`G_F(\infty)\approx\frac{\eta}{(K\lambda+\eta)^2}\,\tilde Y\tilde Y^\top\tilde F\quad(K\gg n),\qquad \frac{1}{n\,c_2}\,\tilde Y\tilde Y^\top\tilde F\quad(n\gg K)`,
    means: {
      en: "The wider the network, the weaker the message to each node: a network of infinite width would never learn a feature. Weight decay acts as the learning rate of features.",
      "zh-cn":
        "网络越宽，传到每个节点的信息越弱：无限宽的网络永远学不到特征。权重衰减充当了特征的学习率。",
    },
  },
  "lemma-3": {
    formula: String.raw`\mathbb E\,[h_l(u)\,h_m(v)] = \rho^{\,l}\,\delta_{lm},\qquad \operatorname{corr}(u,v)=\rho`,
    means: {
      en: "A tool: the Hermite polynomials split what two random nodes have in common into independent parts, one for each degree.",
      "zh-cn": "一件工具：Hermite 多项式把两个随机节点的共同之处按次数拆成互不相干的部分。",
    },
  },
  "lemma-4": {
    formula: String.raw`\mathbb E\,[\sigma(su)\,\sigma(sv)] = \sum_{l} a_l(s)^2\,\rho^{\,l}`,
    means: {
      en: "How alike two examples look to a wide random layer depends on how many operands they share, and on nothing else.",
      "zh-cn": "在宽的随机层看来，两个样本有多像，只取决于它们有几个运算数相同。",
    },
  },
  "lemma-11": {
    formula: String.raw`\lVert\tilde Y\tilde Y^\top\tilde F\rVert \ge \sigma_{\min}(\tilde F)\,\lVert\tilde Y\tilde Y^\top\rVert > 0`,
    means: {
      en: "As long as the features can express the answers at all, the message to the hidden nodes is not empty.",
      "zh-cn": "只要特征有能力表示答案，传给隐藏节点的信息就不会是空的。",
    },
  },
  "section-3.2": {
    formula: String.raw`V(0)=0:\qquad G_F(t) = t\,\tilde Y\tilde Y^\top\tilde F + O(t^2)`,
    means: {
      en: "Begin with an empty last layer, and the first thing the hidden nodes hear is the signal, with no noise around it. Features grow sooner.",
      "zh-cn": "末层从零开始，隐藏节点最先听到的就是信号，没有噪声。特征因此长得更早。",
    },
  },
  "appendix-c3": {
    formula: String.raw`\hat Y=\beta F V:\qquad \tilde Y\tilde Y^\top\tilde F \text{ grows as } \beta^2 t,\qquad \eta \text{ becomes } \eta/\beta^2`,
    means: {
      en: "Multiply the output, and the network answers sooner but keeps less of the message at rest: a loud output acts like a weak decay.",
      "zh-cn": "把输出放大，网络答得更快，静止时留下的信息却更少：输出放大，等于衰减减弱。",
    },
  },
  "theorem-1": {
    formula: String.raw`G_F\propto\tilde Y\tilde Y^\top\tilde F \;\Longrightarrow\; \dot w_j\propto\nabla\mathcal E(w_j),\qquad \mathcal E(w)=\tfrac12\bigl\lVert\tilde Y^\top\sigma(Xw)\bigr\rVert^2`,
    means: {
      en: "For a while every hidden node is alone. It climbs a landscape of its own, whose height says how well the node by itself goes with the answers. Understanding is a matter of which peak it climbs.",
      "zh-cn":
        "有一段时间，每个隐藏节点都是独自一个。它登自己的山，高度表示它单凭自己与答案吻合的程度。懂不懂，就看登的是哪座峰。",
    },
  },
  "theorem-2": {
    formula: String.raw`\mathcal E^{*} = \frac{M}{2D},\qquad w^{*}=[a;b],\quad a(g)=x^\top\!\rho(g)\,y,\quad b(g)=y^\top\!\rho(g)\,z`,
    means: {
      en: "On the whole table the peaks are known, all of them: one family for each irreducible representation, the simplest shapes in which the group’s rule can show itself. Simple ones stand higher.",
      "zh-cn":
        "看到全表时，所有的峰都知道：每个不可约表示给出一族。不可约表示是群的规律所能呈现的最简单的样子；越简单，峰越高。",
    },
  },
  "corollary-1": {
    formula: String.raw`3er-e-2\ \text{zeros},\qquad r=D/e,\quad e=1,2,4`,
    means: {
      en: "Most peaks are not points but ridges: one can walk along them without going down. For a clock, the walk turns the phase of the wave.",
      "zh-cn":
        "多数的峰不是一个点，而是一道山脊：沿着它走，高度不变。对钟来说，这样走就是转动波的相位。",
    },
  },
  "corollary-2": {
    formula: String.raw`u(m)=a\cos\tfrac{2\pi km}{M}+b\sin\tfrac{2\pi km}{M},\qquad \mathcal E^{*}=\tfrac M4`,
    means: {
      en: "On a clock the peaks are waves of a single frequency, all of the same height. If the clock has an even number of hours, the one that alternates stands twice as high.",
      "zh-cn": "在钟上，峰就是单一频率的波，高度全都相同。钟点数为偶数时，正负交替的那个高一倍。",
    },
  },
  "theorem-3": {
    formula: String.raw`K = 2\sum_{k\neq0} d_k^4\,;\qquad K=2M-2\ \text{ if the group commutes}`,
    means: {
      en: "Features are the short way to know a table: two nodes a symbol are enough, where rote memory takes one for each of M² entries.",
      "zh-cn": "用特征来掌握一张表是条捷径：每个符号两个节点就够了；死记则要一格一个，共 M² 个。",
    },
  },
  "theorem-4": {
    formula: String.raw`n \;\gtrsim\; d_k^2\,M\log\frac{M}{\delta}`,
    means: {
      en: "So many random entries are enough to keep the peak of a representation of degree d. For a thousand symbols that is thousands, not a million. It is an upper bound; where the peak is really lost, and where training turns, is for measurement to say.",
      "zh-cn":
        "随机看这么多格，就足以保住 d 维表示的峰。符号有一千个时，需要的是几千格，不是一百万格。这是上界；峰究竟在哪里消失，训练究竟在哪里转变，要靠测量来说。",
    },
  },
  "theorem-5": {
    formula: String.raw`\max_{s\ge0,\ \sum s_g^2=2}\ \sum_g p_g\,\sigma(s_g)`,
    means: {
      en: "Show a node the examples of one answer only, and the best it can do is to learn them by heart: for x² the likeliest pair alone, for ReLU all pairs, each by its weight. Memorising is no failure of training. It is the highest peak when data are scarce.",
      "zh-cn":
        "只给一个节点看同一个答案的样本，它最好的办法就是背：x² 只背最常见的那一对，ReLU 则按比例全背。记忆不是训练出了毛病，而是数据稀少时最高的那座峰。",
    },
  },
  "lemma-5": {
    formula: String.raw`p_g\,\frac{\sigma'(s_g)}{s_g} = 2\lambda\quad\text{for every pair in use},\qquad \sum_g s_g^2=2`,
    means: {
      en: "At the best way to memorise, every pair in use pays the same for its place.",
      "zh-cn": "在最好的背法里，每个用到的数据对为自己的位置付出同样的代价。",
    },
  },
  "lemma-6": {
    formula: String.raw`\varphi(x)=\frac{\sigma'(x)}{x}:\quad \text{nondecreasing}\Rightarrow\text{focused},\qquad \text{decreasing}\Rightarrow\text{spreading}`,
    means: {
      en: "How a network memorises depends on the bend of its activation: a steep one puts everything on one example, a flat one spreads.",
      "zh-cn": "怎样背，取决于激活函数的弯法：陡的全押在一个样本上，缓的则分摊开来。",
    },
  },
  "theorem-6": {
    formula: String.raw`\operatorname{sign} b_{jl} = -\operatorname{sign}\bigl(\tilde f_j^{\top}P_{\eta,-jl}\,\tilde f_l\bigr)`,
    means: {
      en: "Nodes that have learnt the same thing push each other apart. So the network does not climb one peak with all its nodes; it spreads over them.",
      "zh-cn": "学到同一样东西的节点互相推开。所以网络不会让所有节点挤在一座峰上，而会分散开去。",
    },
  },
  "theorem-7": {
    formula: String.raw`\mathcal E_{\mathcal S}(w) = 2M\sum_{k\notin\mathcal S}\frac1{d_k}\,\lVert U_kV_k^{*}\rVert_F^2`,
    means: {
      en: "What has been learnt disappears from the landscape. Only the peaks of what is still missing are left, and the remaining nodes climb those.",
      "zh-cn": "学会了的，便从景观里消失；剩下的只有还缺的那些峰，其余的节点就去登它们。",
    },
  },
  "lemma-2": {
    formula: String.raw`\bigl\langle G,\ UV^\top\bigr\rangle = \lVert G\rVert_* \ge 0,\qquad G=UDV^\top`,
    means: {
      en: "Muon evens out a step: every independent direction in it gets the same length. It still climbs, and it stops where plain ascent would.",
      "zh-cn":
        "Muon 把一步抹匀：其中每个独立的方向长度都相同。它照样登高，停的地方也与普通上升相同。",
    },
  },
  "theorem-8": {
    formula: String.raw`T_0=\int_0^\infty\Bigl(1-\prod_l\bigl(1-e^{-p_l t}\bigr)\Bigr)dt,\qquad T_a\le 2^{-a}T_0+(1-2^{-a})L`,
    means: {
      en: "Nodes that start at random collect peaks as one collects coupons: the last ones take longest. Muon pushes new nodes towards what is missing, and needs fewer.",
      "zh-cn":
        "随机出发的节点收集山峰，就像集卡：最后几张最难等。Muon 把新的节点推向还缺的峰，所以用得更少。",
    },
  },
  "lemma-7": {
    formula: String.raw`p_l=\frac{\mu_l^{\,a}}{\sum_m\mu_m^{\,a}}`,
    means: {
      en: "A higher peak catches more of the random starts, the more so the larger the exponent.",
      "zh-cn": "峰越高，接住的随机起点越多；指数越大，差别越大。",
    },
  },
  "lemma-8": {
    formula: String.raw`\dot\alpha_l=\mu_l\alpha_l^2\;\Longrightarrow\;\text{winner}=\arg\max_l\ \mu_l\,\alpha_l(0)`,
    means: {
      en: "The race between peaks is decided at the start: whoever leads then wins.",
      "zh-cn": "峰与峰之间的竞争在起点就定了：谁先领先，谁就赢。",
    },
  },
  "lemma-9": {
    formula: String.raw`\hat v=\frac{v_\parallel+(1+\lVert v_\perp\rVert)\,v_\perp/\lVert v_\perp\rVert}{\sqrt{(1+\lVert v_\perp\rVert)^2+\lVert v_\parallel\rVert^2}}`,
    means: {
      en: "Beside what is learnt already, Muon enlarges in a new node what is new in it.",
      "zh-cn": "在已学的东西旁边，Muon 把新节点里新的那部分放大。",
    },
  },
  "lemma-10": {
    formula: String.raw`T_0\ \ge\ \max\Bigl(\frac1{\min_l p_l},\ L\sum_{l=1}^{L}\frac1l\Bigr)`,
    means: {
      en: "However lucky the draw, collecting all L peaks takes at least so many nodes on average.",
      "zh-cn": "运气再好，集齐 L 座峰平均也至少要这么多节点。",
    },
  },
  "section-6": {
    formula: String.raw`G_l\ \propto\ \bigl(\tilde D_{l+1}\,\tilde Y\tilde Y^\top\tilde D_{l+1}\bigr)\,F_l`,
    means: {
      en: "Through random layers the target reaches the lowest one blurred, but it does reach it. Learning begins there and works its way up. A residual connection brings the clear signal past the layers above.",
      "zh-cn":
        "穿过随机的各层，目标传到最低层时已经模糊，但毕竟传到了。学习从那里开始，逐层往上；残差连接则让清晰的信号绕过上面的层。",
    },
  },
  "what-can-be-known": {
    formula: String.raw`\text{accuracy}\ \le\ (1-q)^3+O\!\left(\tfrac1M\right),\qquad q\approx e^{-n/M}`,
    means: {
      en: "Of a test result of 93.6 % one would like to know: was more to be had? A cell can be wrong because it was not learnt, or because nothing shown says anything of it. For 99 % of the held-out cells up to 5.7·M random pairs must be shown, a number that grows like M, whereas the whole table takes M·ln M. Of a million pairs of Z₉₉₇ 5,411 are enough on average, where what is not covered is drawn by lot: fewer than 6 in a thousand.",
      "zh-cn":
        "测试准确率 93.6 %，还能更高吗？一格答错，可能是没学会，也可能是看到的样本根本没有提到它。要能答对 99 % 的留出格，至多须看 5.7·M 个随机数据对，只随 M 线性增长；要答对整张表则须 M·ln M。对 Z₉₉₇ 的一百万对来说，没有被提到的格就抽签来猜，平均看 5411 对便够，还不到千分之六。",
    },
    proof: {
      en: [
        "Why no learner can do better. A network with one-hot symbols and random first weights does not care how rows, columns and answers are named. Two rows that never occurred are the same to it: whatever it answers in a column, it answers in both with the same chances. The right answers differ, so of U missing rows it gets at most one right in each column. The same is true of columns, and of answers. That is where the O(1/M) comes from: one row, one column and one answer may be won by drawing lots, or by elimination where just one is missing.",
        "How much that is. A held-out cell has M − 1 other cells in its row. None of them is among the n shown ones with probability q. The row, the column and the cells of the same answer meet only in the cell itself, so the three are all but independent: (1 − q)³ of the held-out cells have all three.",
        "Why all of that can be known. A shown cell says α(row) + β(column) = γ(answer), where α, β, γ are the unknown elements of the group: a linear equation, without knowing which symbol is which element. A held-out cell follows if its equation is a sum of multiples of those shown, modulo the exponent of the group. Counting unknowns and equations in the part where no symbol stands alone, one finds that from n = 2.754·M on there are as many equations as unknowns: from there on nearly all that is covered follows, by elimination, in a moment.",
        "What is not said. Below 2.754·M the equations tell next to nothing, but the cells need not be unknowable: that different rows are different elements is no equation. By trying all names, we find all that is covered of Z₁₃ and Z₁₇ from about 2·M pairs on. And for groups that do not commute we only have conclusions that are certain, by quadrangles, not all of them.",
      ],
      "zh-cn": [
        "为什么谁也做不到更好。符号用独热编码、初始权重随机的网络，不在乎行、列、答案叫什么名字。两个从未出现的行，对它来说没有区别：在同一列里，它对两者给出任何答案的机会都一样。而正确答案各不相同，所以若缺 U 行，每一列里它至多答对其中一格。列与答案也是如此。O(1/M) 就是这样来的：靠抽签（只缺一个时靠排除法）可以多得一行、一列、一个答案。",
        "那是多少。一个留出格的同一行里还有 M − 1 格，它们全都不在所看的 n 格之中的概率就是 q。它的行、它的列、与它答案相同的那些格，只在这一格相交，所以三件事几乎独立：留出格中有 (1 − q)³ 三者俱全。",
        "为什么这些都能知道。看到的每一格都说 α(行) + β(列) = γ(答案)，α、β、γ 是未知的群元素：不必知道哪个符号是哪个元素，这已是一个线性方程。若某个留出格的方程能由看到的方程乘以整数再相加得到（按群的指数取模），它就推得出来。在没有符号只出现一次的那一部分里数一数未知数与方程，n = 2.754·M 时两者一样多：从这里起，凡是三者俱全的格几乎都能用消元法立刻推出。",
        "没有说的是什么。不到 2.754·M 时方程几乎什么也推不出，但那些格未必不可知：不同的行是不同的元素，这一点不是方程。把所有命名都试一遍，我们发现 Z₁₃ 与 Z₁₇ 从大约 2·M 对起，三者俱全的格就都能知道。至于非交换群，我们只有用四角推出的确定结论，未必是全部。",
      ],
    },
  },
};
