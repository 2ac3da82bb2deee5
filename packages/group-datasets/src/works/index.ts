import type { Citation } from "../task/family.ts";

export const power: Citation = {
  title: "Power et al., Grokking: Generalization Beyond Overfitting on Small Algorithmic Datasets",
  reference: "arXiv:2201.02177",
};

export const tian: Citation = {
  title: "Tian, Provable Scaling Laws of Feature Emergence from Learning Dynamics of Grokking",
  reference: "arXiv:2509.21519",
};

export const chughtai: Citation = {
  title:
    "Chughtai et al., A Toy Model of Universality: Reverse Engineering how Networks Learn Group Operations",
  reference: "arXiv:2302.03025",
};

export const stander: Citation = {
  title: "Stander et al., Grokking Group Multiplication with Cosets",
  reference: "arXiv:2312.06581",
};

export const doshi: Citation = {
  title:
    "Doshi et al., To grok or not to grok: Disentangling generalization and memorization on corrupted algorithmic datasets",
  reference: "arXiv:2310.13061",
};

export const furuta: Citation = {
  title:
    "Furuta et al., Towards Empirical Interpretation of Internal Circuits and Properties in Grokked Transformers on Modular Polynomials",
  reference: "arXiv:2402.16726",
};

export const polynomials: Citation = {
  title: "Doshi et al., Grokking Modular Polynomials",
  reference: "arXiv:2406.03495",
};

export const fields: Citation = {
  title: "Lidl and Niederreiter, Finite Fields (Cambridge University Press, 1996)",
  reference: "doi:10.1017/CBO9780511525926",
};

export const nanda: Citation = {
  title: "Nanda et al., Progress measures for grokking via mechanistic interpretability",
  reference: "arXiv:2301.05217",
};

export const gromov: Citation = {
  title: "Gromov, Grokking modular arithmetic",
  reference: "arXiv:2301.02679",
};

export const grokfast: Citation = {
  title: "Lee et al., Grokfast: Accelerated Grokking by Amplifying Slow Gradients",
  reference: "arXiv:2405.20233",
};

export const prieto: Citation = {
  title: "Prieto et al., Grokking at the Edge of Numerical Stability",
  reference: "arXiv:2501.04697",
};

export const omnigrok: Citation = {
  title: "Liu et al., Omnigrok: Grokking Beyond Algorithmic Data",
  reference: "arXiv:2210.01117",
};

export const muonGrokking: Citation = {
  title: "Tveit et al., Muon Optimizer Accelerates Grokking",
  reference: "arXiv:2504.16041",
};

export const barak: Citation = {
  title:
    "Barak et al., Hidden Progress in Deep Learning: SGD Learns Parities Near the Computational Limit",
  reference: "arXiv:2207.08799",
};

export const zhang: Citation = {
  title: "Zhang et al., Understanding deep learning requires rethinking generalization",
  reference: "arXiv:1611.03530",
};

export const jacobson: Citation = {
  title: "Jacobson and Matthews, Generating uniformly distributed random Latin squares",
  reference: "doi:10.1002/(SICI)1520-6610(1996)4:6<405::AID-JCD3>3.0.CO;2-J",
};

export const besche: Citation = {
  title: "Besche, Eick and O'Brien, A millennium project: constructing small groups",
  reference: "doi:10.1142/S0218196702001115",
};

export const normSeparation: Citation = {
  title:
    "The Norm-Separation Delay Law of Grokking: A First-Principles Theory of Delayed Generalization",
  reference: "arXiv:2603.13331",
};

export const finiteSize: Citation = {
  title: "Grokking as a Falsifiable Finite-Size Transition",
  reference: "arXiv:2603.24746",
};

export const firstPassage: Citation = {
  title:
    "First-Passage Prediction of Grokking Delay: A Calibrated Law under AdamW with Causal Validation",
  reference: "arXiv:2605.18845",
};

export const clampedNorm: Citation = {
  title: "The Weight Norm Sets the Grokking Timescale: A Causal Delay Law",
  reference: "arXiv:2606.13753",
};

export const fourSettings: Citation = {
  title: "OpenReview TGqGmGZ2Hz",
  reference: "https://openreview.net/forum?id=TGqGmGZ2Hz",
};
