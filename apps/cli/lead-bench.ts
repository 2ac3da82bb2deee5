import { dataset, split, task } from "@grokscape/group-datasets";
import { initialise, mlp } from "@grokscape/models";
import { runConfig } from "@grokscape/trainer";
import { wasmEngine } from "@grokscape/trainer/wasm";
const C:any = { S:[23,256,212,400], A:[71,2048,2016,10], B:[127,1024,3225,8], C:[127,256,12903,8] };
const which=(process.argv[2]??"S,A,B,C").split(","), threads=Number(process.argv[3]??1), fast=process.argv[4]==="fast";
for (const name of which){
 const [M,K,n,R]=C[name];
 const t=task(`cyclic:${M}`); const p=split(t,{count:n,seed:1}); const model=mlp({width:K});
 const cfg:any=runConfig({task:t.id});
 const problem:any={...cfg,shape:t,model,train:dataset(t,p.train),test:dataset(t,p.test)};
 const s=await wasmEngine({threads,...(fast?{fast:true}:{})} as any).open(problem,{step:0,weights:initialise(model,t,1),optimiser:{}});
 const a:number[]=[],b:number[]=[];
 for(let i=0;i<R+3;i++){const t0=performance.now();s.measure();const t1=performance.now();s.update();const t2=performance.now();if(i>2){a.push(t1-t0);b.push(t2-t1)}}
 const med=(x:number[])=>x.toSorted((p,q)=>p-q)[x.length>>1];const mn=(x:number[])=>Math.min(...x);
 const tot=a.map((x,i)=>x+b[i]);
 console.log(name,`measure ${med(a).toFixed(3)} (${mn(a).toFixed(3)}) update ${med(b).toFixed(3)} (${mn(b).toFixed(3)}) step ${med(tot).toFixed(3)} (${mn(tot).toFixed(3)}) GF/s(min) ${(6*n*K*M/mn(tot)/1e6).toFixed(1)}`);
 s.dispose();
}
